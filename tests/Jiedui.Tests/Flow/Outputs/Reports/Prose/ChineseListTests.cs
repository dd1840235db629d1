using Jiedui.Flow.Outputs.Reports.Prose;

namespace Jiedui.Tests.Flow.Outputs.Reports.Prose;

public class ChineseListTests
{
    [Theory]
    [InlineData("甲", "", false, "甲")]
    [InlineData("甲 乙", "", false, "甲和乙")]
    [InlineData("甲 乙 丙", "", false, "甲、乙和丙")]
    [InlineData("甲 乙 丙", "", true, "甲、乙、丙")]
    [InlineData("甲 乙 丙", "“”", false, "“甲”“乙”和“丙”")]
    [InlineData("甲 乙", "“”", true, "“甲”“乙”")]
    [InlineData("甲 乙", "《》", false, "《甲》和《乙》")]
    [InlineData("《甲》 乙", "《》", true, "《甲》《乙》")]
    [InlineData("陕西省“十市百城”展销会", "“”", false, "“陕西省‘十市百城’展销会”")]
    [InlineData("“中国农民丰收节”", "“”", false, "“中国农民丰收节”")]
    [InlineData("《甲》 《乙》", "", true, "《甲》《乙》")]
    public void Items_are_joined_as_Chinese_joins_them(string items, string marks, bool followedByEtc, string expected) =>
        Assert.Equal(expected, ChineseList.Join(items.Split(' '), marks, followedByEtc));

    [Fact]
    public void A_long_list_ends_with_deng() =>
        Assert.Equal("1、2、3、4、5、6、7、8、9、10、11、12等", ChineseList.Join([.. Enumerable.Range(1, 25).Select(number => $"{number}")]));
}

using Jiedui.Flow.Matching;

namespace Jiedui.Tests.Flow.Matching;

public class FoldedTextTests
{
    [Theory]
    [InlineData("电工", "电工", 100)]
    [InlineData("ＣＮＣ操作工", "cnc 操作工", 100)]
    [InlineData("碑林区", "西安市碑林区", 80)]
    [InlineData("建筑小工", "建筑工", 40)]
    [InlineData("电工", "焊工", 0)]
    [InlineData("保安", "保洁", 0)]
    [InlineData("", "电工", 0)]
    public void Texts_agree_as_far_as_people_mean_the_same(string one, string other, int expected)
    {
        Assert.Equal(expected, FoldedText.Affinity(FoldedText.Fold(one), FoldedText.Fold(other)));
        Assert.Equal(expected, FoldedText.Affinity(FoldedText.Fold(other), FoldedText.Fold(one)));
    }

    [Fact]
    public void A_cell_may_name_several_trades_and_a_filler_says_nothing() =>
        Assert.Equal(["电工", "焊工", "客服"], FoldedText.Terms("电工岗位、焊工/客服人员，电工", "岗位", "人员", "岗"));
}

using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Tests.Flow.Outputs.Reports;

public class UnboundNumbersTests
{
    [Theory]
    [InlineData("举办招聘会三场", "三场")]
    [InlineData("联系两家企业", "两家")]
    [InlineData("培训二十名干部", "二十名")]
    [InlineData("一百二十余万元", "一百二十余万元")]
    [InlineData("提供岗位3410个", "3410个")]
    [InlineData("增长６％以上", "６％")]
    [InlineData("占百分之六", "百分之六")]
    [InlineData("投资700 万元", "700 万元")]
    [InlineData("提高3个百分点", "3个百分点")]
    public void A_number_that_a_template_types_is_found(string text, string expected) => Assert.Equal(expected, Assert.Single(UnboundNumbers.In(text)).Text);

    [Theory]
    [InlineData("建立健全“三项机制”，打造“三驾马车”，深化“三项扶持”")]
    [InlineData("“一体两翼”对口帮扶机制，在三大领域整合资源，结成“一对一”帮扶对子")]
    [InlineData("扶持“八大产业”，落实两不愁三保障，两地第一书记一起千方百计")]
    [InlineData("下一步，第三次会议进一步明确，万家灯火，一次性补贴一批项目")]
    public void Fixed_terms_are_no_figures(string text) => Assert.Empty(UnboundNumbers.In(text));

    [Fact]
    public void Bound_runs_are_not_searched_nor_read_across()
    {
        Assert.Empty(UnboundNumbers.In(Samples.Document("99公益日三场")));
        Assert.Empty(UnboundNumbers.In(new ParagraphBlock([new TextRun("十"), new DateRun("2020年"), new WordsRun("99公益日"), new TextRun("个")])));
    }

    [Fact]
    public void The_context_shows_the_words_around()
    {
        var found = Assert.Single(UnboundNumbers.In(new ParagraphBlock([new DateRun("2020年"), new TextRun("举办招聘会三场。")])));
        Assert.Equal(new UnboundNumber("三场", "2020年举办招聘会三场。"), found);
    }
}

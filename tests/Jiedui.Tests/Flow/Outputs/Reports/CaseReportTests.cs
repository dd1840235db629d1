using Jiedui.Flow.Outputs.Reports;

namespace Jiedui.Tests.Flow.Outputs.Reports;

public class CaseReportTests
{
    [Theory]
    [InlineData("7个帮扶团")]
    [InlineData("8个街道")]
    [InlineData("12个镇街")]
    [InlineData("100%")]
    [InlineData("2名干部")]
    [InlineData("每亩6万元")]
    [InlineData("贫困户115户")]
    [InlineData("9名贫困户")]
    [InlineData("月收入不低于1800元/户")]
    [InlineData("不低于投资资金6%")]
    [InlineData("25个村集体")]
    [InlineData("8个产业")]
    [InlineData("10844名")]
    [InlineData("3场次")]
    [InlineData("3410个")]
    [InlineData("8-12个特招")]
    [InlineData("588人次")]
    [InlineData("2家企业")]
    [InlineData("采购协议700万元")]
    [InlineData("为期2天")]
    [InlineData("20余万元")]
    [InlineData("为期3天")]
    [InlineData("2期")]
    [InlineData("130名")]
    [InlineData("4所")]
    [InlineData("6家医院")]
    [InlineData("6家卫生院")]
    [InlineData("线路2条")]
    [InlineData("9.25万元的爱心物资")]
    public void The_report_says_what_the_article_says(string words) =>
        Assert.Contains(words, Samples.Told(CaseReport.Compose()), StringComparison.Ordinal);

    [Fact]
    public void Every_number_is_bound() => Assert.Empty(UnboundNumbers.In(CaseReport.Compose()));

    /// <summary>For the eye: set JIEDUI_REPORT_OUT to a folder, and the case's report is left there in every format.</summary>
    [Fact]
    public void It_is_written_in_every_format()
    {
        var asked = Environment.GetEnvironmentVariable("JIEDUI_REPORT_OUT");
        var folder = asked ?? Directory.CreateTempSubdirectory("jiedui-report").FullName;
        foreach (var extension in ReportWriter.Extensions)
            Assert.True(ReportWriter.Write(CaseReport.Compose(), Path.Combine(folder, "work-record" + extension)).FigureCount >= 29);
        if (asked is null)
            Directory.Delete(folder, recursive: true);
    }
}

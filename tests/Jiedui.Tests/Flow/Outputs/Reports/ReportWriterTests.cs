using System.Text;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Tests.Flow.Outputs.Reports;

public class ReportWriterTests
{
    [Fact]
    public void Html_takes_no_words_for_markup()
    {
        var html = Written(Samples.Document("<script>alert(1)</script>“\u0002"), ".html");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_figure_of_an_html_file_leads_to_its_block_in_the_annex()
    {
        var document = Samples.Document();
        var html = Written(document, ".html");
        Assert.All(document.Facts, fact => Assert.Contains($"id=\"{fact.Id}\"", html, StringComparison.Ordinal));
        Assert.Contains($"""data-fact="{document.Facts[0].Id}" href="#{document.Facts[0].Id}" """, html, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_address_a_figure_leads_to_the_program()
    {
        var html = Written(Samples.Document(linkBase: "http://127.0.0.1:5080/"), ".html");
        Assert.Contains(
            "href=\"http://127.0.0.1:5080/indicators/labour.jobs_offered?partnership=1&amp;from=2020-01-01&amp;to=2020-12-31&amp;where=",
            html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_reads_as_text_and_names_its_facts()
    {
        var document = Samples.Document("春风*行动*|");
        var markdown = Written(document, ".md");
        Assert.Contains($"等招聘活动[3场次][{document.Facts[0].Id}]，提供就业岗位[3410个][{document.Facts[1].Id}]。", markdown, StringComparison.Ordinal);
        Assert.Contains(@"“春风\*行动\*\|”", markdown, StringComparison.Ordinal);
        Assert.Contains("\n## 一、聚焦重点、精准施策，着力打造“三驾马车”\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_written_whole_and_told()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("jiedui-report").FullName, "工作纪实.md");
        var result = ReportWriter.Write(Samples.Document(), file);
        Assert.Equal((file, 4, 0), (result.File, result.FigureCount, result.Unbound.Count));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Another_format_is_refused() => Assert.Throws<ArgumentException>(() => ReportWriter.For(".pdf"));

    private static string Written(ReportDocument document, string extension)
    {
        using var file = new MemoryStream();
        ReportWriter.For(extension)(document, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}

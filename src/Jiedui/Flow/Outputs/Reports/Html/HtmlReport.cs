using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Html;

/// <summary>Writes a report as one .html file that loads nothing: for the screen, the phone and the printer. Each figure opens its trace.</summary>
public static class HtmlReport
{
    /// <summary>Chinese stays readable in the source; what HTML could take for markup does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(ReportDocument document, Stream to)
    {
        using var page = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        page.WriteLine(
            $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(document.FullTitle)}</title>
            <style>{ReportStyle.Css}</style>
            </head>
            <body>
            <article>
            <h1>{string.Join(" ", document.Title.Select(line => $"<span>{Text(line)}</span>"))}</h1>
            <p class="subtitle">{Text(document.Subtitle)}</p>
            """);
        foreach (var block in document.Blocks)
            page.WriteLine(Of(block, document.Request));
        if (document.Request.Issuer is { } issuer)
            page.WriteLine($"""<p class="closing">{Text(issuer)}</p>""");
        page.WriteLine($"""<p class="closing"><time>{ChineseDate.Of(document.Request.IssuedOn)}</time></p>""");
        page.WriteLine("</article>");
        if (document.Facts.Count > 0)
            HtmlAnnex.Write(document, page);
        page.WriteLine("</body>\n</html>");
    }

    internal static string Text(string text) => Encoder.Encode(PrintableText.Of(text));

    private static string Of(Block block, ReportRequest request)
    {
        var runs = string.Concat(block.Runs.Select(run => run is FigureRun figure ? Of(figure, request) : Text(run.Text)));
        // The report's title is the page's first heading.
        return block is HeadingBlock heading ? $"<h{heading.Level + 1}>{Text(heading.Number)}{runs}</h{heading.Level + 1}>" : $"<p>{runs}</p>";
    }

    private static string Of(FigureRun figure, ReportRequest request) =>
        $"""<a class="figure" data-fact="{Text(figure.Fact.Id)}" href="{Text(FactLink.Of(figure.Fact, request))}" title="{Text(FactAnnex.Name(figure.Fact))}">{Text(figure.Text)}</a>""";
}

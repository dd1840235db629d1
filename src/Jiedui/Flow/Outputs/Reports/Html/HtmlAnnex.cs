using System.Globalization;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Html;

/// <summary>The annex of an .html report: one block for each figure, to which the text's figures lead; it stands open, so that a link and a printer find it.</summary>
internal static class HtmlAnnex
{
    /// <summary>Records listed of each figure; the program shows the rest.</summary>
    private const int ShownSources = 20;

    public static void Write(ReportDocument document, TextWriter page)
    {
        page.WriteLine($"""<section class="annex"><h2>附件：{FactAnnex.Title}</h2>""");
        foreach (var fact in document.Facts)
            Write(fact, document.Request, page);
        page.WriteLine("</section>");
        WriteMissing(document, page);
    }

    private static void WriteMissing(ReportDocument document, TextWriter page)
    {
        var rows = MissingEvidenceAnnex.Rows(document);
        if (rows.Count == 0)
            return;
        page.WriteLine($"""<section class="annex"><h2>附件：{MissingEvidenceAnnex.Title}</h2><table class="missing"><thead><tr>""");
        page.WriteLine(string.Concat(MissingEvidenceAnnex.Headers.Select(header => $"<th scope=\"col\">{header}</th>")) + "</tr></thead><tbody>");
        foreach (var (fact, cells) in rows)
            page.WriteLine($"""<tr><td>{cells[0]}</td><td><a href="#{HtmlReport.Text(fact.Id)}">{HtmlReport.Text(cells[1])}</a></td><td>{cells[2]}</td><td>{cells[3]}</td></tr>""");
        page.WriteLine("</tbody></table></section>");
    }

    private static void Write(ReportFact fact, ReportRequest request, TextWriter page)
    {
        var query = fact.Figure.Query;
        page.WriteLine(
            $"""
            <details class="fact" id="{HtmlReport.Text(fact.Id)}" open>
            <summary>{HtmlReport.Text(FactAnnex.Name(fact))} <b>{HtmlReport.Text(fact.Text)}</b></summary>
            <dl>
            <dt>口径</dt><dd>{HtmlReport.Text(fact.Figure.Indicator.Definition)}</dd>
            <dt>期间</dt><dd>{ChineseDate.Of(query.Period)}</dd>
            <dt>记录</dt><dd>{fact.Figure.Records.ToString(CultureInfo.InvariantCulture)}条，佐证{fact.Evidence.ToString(CultureInfo.InvariantCulture)}件</dd>
            <dt>来源</dt><dd>{Sources(fact)}</dd>
            </dl>
            """);
        if (request.LinkBase is not null)
            page.WriteLine($"""<p><a href="{HtmlReport.Text(FactLink.Of(fact, request))}">在系统中查看全部记录</a></p>""");
        page.WriteLine("</details>");
    }

    private static string Sources(ReportFact fact)
    {
        var shown = string.Join("<br>", fact.Trace.Take(ShownSources).Select(line => HtmlReport.Text(FactAnnex.Source(line))));
        return fact.Figure.Records > ShownSources ? shown + "<br>等" : shown;
    }
}

using System.Text;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>Writes a report as Markdown: each figure a reference link by its fact's name, so that the text itself reads as text.</summary>
public static class MarkdownReport
{
    private const string Marks = @"\`*_[]<>|#~&";

    public static void Write(ReportDocument document, Stream to)
    {
        using var page = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        page.WriteLine($"# {Text(string.Join(' ', document.Title))}\n");
        if (document.Subtitle.Length > 0)
            page.WriteLine($"{Text(document.Subtitle)}\n");
        foreach (var block in document.Blocks)
            page.WriteLine(Of(block) + "\n");
        if (document.Request.Issuer is { } issuer)
            page.WriteLine(Text(issuer) + "\n");
        page.WriteLine(ChineseDate.Of(document.Request.IssuedOn));
        if (document.Facts.Count > 0)
            WriteAnnex(document, page);
    }

    private static string Of(Block block)
    {
        var runs = string.Concat(block.Runs.Select(run => run is FigureRun figure ? $"[{Text(figure.Text)}][{figure.Fact.Id}]" : Text(run.Text)));
        return block is HeadingBlock heading ? $"{new string('#', heading.Level + 1)} {heading.Number}{runs}" : runs;
    }

    private static void WriteAnnex(ReportDocument document, TextWriter page)
    {
        page.WriteLine($"\n## 附件：{FactAnnex.Title}\n");
        page.WriteLine($"| {string.Join(" | ", FactAnnex.Headers)} |\n|{string.Concat(FactAnnex.Headers.Select(_ => " --- |"))}");
        var number = 0;
        foreach (var fact in document.Facts)
            page.WriteLine($"| <a id=\"{fact.Id}\"></a>{string.Join(" | ", FactAnnex.Row(fact, ++number).Select(Text))} |");
        WriteMissing(MissingEvidenceAnnex.Rows(document), page);
        page.WriteLine();
        foreach (var fact in document.Facts)
            page.WriteLine($"[{fact.Id}]: {FactLink.Of(fact, document.Request)}");
    }

    private static void WriteMissing(IReadOnlyList<(ReportFact Fact, IReadOnlyList<string> Cells)> rows, TextWriter page)
    {
        if (rows.Count == 0)
            return;
        page.WriteLine($"\n## 附件：{MissingEvidenceAnnex.Title}\n");
        page.WriteLine($"| {string.Join(" | ", MissingEvidenceAnnex.Headers)} |\n|{string.Concat(MissingEvidenceAnnex.Headers.Select(_ => " --- |"))}");
        foreach (var (_, cells) in rows)
            page.WriteLine($"| {string.Join(" | ", cells.Select(Text))} |");
    }

    /// <summary>Text that no reader of Markdown takes for markup.</summary>
    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in PrintableText.Of(text))
        {
            if (Marks.Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }
}

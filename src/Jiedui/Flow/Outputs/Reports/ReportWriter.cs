using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Outputs.Reports.Docx;
using Jiedui.Flow.Outputs.Reports.Html;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>Writes a composed report in the format that its file's name asks for.</summary>
public static class ReportWriter
{
    public static IReadOnlyList<string> Extensions { get; } = [".docx", ".html", ".md"];

    /// <summary>Writes beside the file first, so that a reader never meets half a report.</summary>
    /// <exception cref="ArgumentException">The name ends in none of <see cref="Extensions"/>.</exception>
    public static ReportResult Write(ReportDocument document, string file)
    {
        var write = For(Path.GetExtension(file));
        var unfinished = file + ".part";
        try
        {
            using (var stream = File.Create(unfinished))
                write(document, stream);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
        return new ReportResult(file, document.FigureCount, UnboundNumbers.In(document));
    }

    /// <summary>The writer of a format, e.g. of .docx.</summary>
    public static Action<ReportDocument, Stream> For(string extension) => extension.ToLowerInvariant() switch
    {
        ".docx" => DocxReport.Write,
        ".html" => HtmlReport.Write,
        ".md" => MarkdownReport.Write,
        _ => throw new ArgumentException($"报告只能写成 {string.Join('、', Extensions)}，不能写成“{extension}”。", nameof(extension)),
    };
}

using DocumentFormat.OpenXml;
using Jiedui.Flow.Outputs.Reports.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The text and the annex, written block by block, so that a long annex never stands in memory.</summary>
internal static class DocumentPart
{
    public static void Write(ReportDocument document, Stream to)
    {
        var lines = new DocxLines();
        using var writer = OpenXmlWriter.Create(to);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new W.Document());
        writer.WriteStartElement(new W.Body());
        foreach (var line in TitleLines(document.Title))
            writer.WriteElement(DocxLines.Of("Title", line));
        if (document.Subtitle.Length > 0)
            writer.WriteElement(DocxLines.Of("Subtitle", document.Subtitle));
        foreach (var block in document.Blocks)
            writer.WriteElement(lines.Of(block));
        DocxClosing.Write(document, writer);
        if (document.Facts.Count > 0)
            DocxAnnex.Write(document, lines, writer);
        writer.WriteElement(document.Facts.Count > 0 ? PageLayout.Landscape() : PageLayout.Portrait());
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>One line where it fits in 二号 (20 characters of the 28 in 三号), else broken by meaning.</summary>
    private static IEnumerable<string> TitleLines(IReadOnlyList<string> title)
    {
        var whole = string.Join('\u3000', title);
        return whole.Length <= 20 ? [whole] : title;
    }
}

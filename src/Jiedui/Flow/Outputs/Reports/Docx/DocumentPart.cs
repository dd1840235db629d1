using System.Text;
using System.Xml;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The text and the annex, written block by block, so that a long annex never stands in memory.</summary>
internal static class DocumentPart
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static void Write(ReportDocument document, Stream to)
    {
        var lines = new DocxLines();
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartDocument(true);
        writer.WriteStartElement("w", "document", Namespace);
        writer.WriteStartElement("w", "body", Namespace);
        foreach (var line in TitleLines(document.Title))
            DocxLines.Of("Title", line).WriteTo(writer);
        if (document.Subtitle.Length > 0)
            DocxLines.Of("Subtitle", document.Subtitle).WriteTo(writer);
        foreach (var block in document.Blocks)
            lines.Of(block).WriteTo(writer);
        DocxClosing.Write(document, writer);
        if (document.Facts.Count > 0)
            DocxAnnex.Write(document, lines, writer);
        (document.Facts.Count > 0 ? PageLayout.Landscape() : PageLayout.Portrait()).WriteTo(writer);
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

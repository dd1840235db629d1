using System.Globalization;
using DocumentFormat.OpenXml;
using Jiedui.Flow.Outputs.Reports.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>The annex on landscape pages: what each figure means and where it came from.</summary>
internal static class DocxAnnex
{
    /// <summary>Word and WPS lay out a table as a whole: longer ones make them crawl.</summary>
    private const int RowsPerTable = 250;

    /// <summary>In the order of <see cref="FactAnnex.Headers"/>; together as wide as the page.</summary>
    private static readonly int[] Widths = [640, 1950, 1450, 3300, 1350, 860, 2506, 700];

    private static readonly int[] Centred = [0, 2, 4, 5, 7];

    /// <summary>In the order of <see cref="MissingEvidenceAnnex.Headers"/>.</summary>
    private static readonly int[] MissingWidths = [860, 8176, 1860, 1860];

    public static void Write(ReportDocument document, DocxLines lines, OpenXmlWriter writer)
    {
        writer.WriteElement(DocxLines.Of("AnnexMark", "附件"));
        writer.WriteElement(DocxLines.Of("AnnexTitle", FactAnnex.Title));
        WriteTables(document.Facts.Select((fact, index) => Row(fact, index + 1, lines)), FactAnnex.Headers, Widths, writer);
        if (MissingEvidenceAnnex.Rows(document) is not { Count: > 0 } missing)
            return;
        writer.WriteElement(DocxLines.Of("AnnexTitle", MissingEvidenceAnnex.Title));
        WriteTables(missing.Select(row => Plain(row.Cells)), MissingEvidenceAnnex.Headers, MissingWidths, writer);
    }

    private static void WriteTables(IEnumerable<W.TableRow> rows, IReadOnlyList<string> headers, int[] widths, OpenXmlWriter writer)
    {
        var isFirst = true;
        foreach (var chunk in rows.Chunk(RowsPerTable))
        {
            if (!isFirst)
                writer.WriteElement(new W.Paragraph());
            isFirst = false;
            writer.WriteStartElement(new W.Table());
            writer.WriteElement(Properties());
            writer.WriteElement(new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Twips(width) })));
            writer.WriteElement(Header(headers, widths));
            foreach (var row in chunk)
                writer.WriteElement(row);
            writer.WriteEndElement();
        }
    }

    private static W.TableProperties Properties() => new(
        new W.TableWidth { Width = Twips(PageLayout.LandscapeWidth), Type = W.TableWidthUnitValues.Dxa },
        new W.TableBorders(
            Line<W.TopBorder>(8), Line<W.LeftBorder>(4), Line<W.BottomBorder>(8), Line<W.RightBorder>(4),
            Line<W.InsideHorizontalBorder>(4), Line<W.InsideVerticalBorder>(4)),
        new W.TableLayout { Type = W.TableLayoutValues.Fixed });

    private static W.TableRow Header(IReadOnlyList<string> headers, int[] widths) => new(
    [
        new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()),
        .. headers.Select((header, column) => Cell(widths[column], DocxLines.Of("AnnexHeader", header))),
    ]);

    private static W.TableRow Plain(IReadOnlyList<string> cells) => new(
    [
        new W.TableRowProperties(new W.CantSplit()), .. cells.Select((text, column) => Cell(MissingWidths[column], DocxLines.Of("AnnexText", text))),
    ]);

    private static W.TableRow Row(ReportFact fact, int number, DocxLines lines) => new(
    [
        new W.TableRowProperties(new W.CantSplit()),
        .. FactAnnex.Row(fact, number).Select((text, column) => Cell(Widths[column], Text(fact, text, column, lines))),
    ]);

    private static W.Paragraph Text(ReportFact fact, string text, int column, DocxLines lines)
    {
        var style = DocxLines.Style("AnnexText");
        if (Centred.Contains(column))
            style.Append(new W.Justification { Val = W.JustificationValues.Center });
        return new W.Paragraph(style, column == FactAnnex.ValueColumn ? lines.Control(fact, text) : DocxLines.Words(text));
    }

    private static W.TableCell Cell(int width, W.Paragraph text) => new(
        new W.TableCellProperties(
            new W.TableCellWidth { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa },
            new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center }),
        text);

    private static T Line<T>(uint eighths)
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = eighths, Space = 0, Color = "000000" };

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Xml;
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

    public static void Write(ReportDocument document, DocxLines lines, XmlWriter writer)
    {
        DocxLines.Of("AnnexMark", "附件").WriteTo(writer);
        DocxLines.Of("AnnexTitle", FactAnnex.Title).WriteTo(writer);
        var facts = new DocxForm(Row(Widths, FactAnnex.ValueColumn));
        WriteTables(document.Facts.Select((fact, index) => Texts(fact, index + 1, lines)), facts, FactAnnex.Headers, Widths, writer);
        if (MissingEvidenceAnnex.Rows(document) is not { Count: > 0 } missing)
            return;
        DocxLines.Of("AnnexTitle", MissingEvidenceAnnex.Title).WriteTo(writer);
        WriteTables(missing.Select(row => row.Cells), new DocxForm(Row(MissingWidths, null)), MissingEvidenceAnnex.Headers, MissingWidths, writer);
    }

    private static void WriteTables(IEnumerable<IReadOnlyList<string>> rows, DocxForm form, IReadOnlyList<string> headers, int[] widths, XmlWriter writer)
    {
        var isFirst = true;
        foreach (var chunk in rows.Chunk(RowsPerTable))
        {
            if (!isFirst)
                new W.Paragraph().WriteTo(writer);
            isFirst = false;
            writer.WriteStartElement("w", "tbl", DocumentPart.Namespace);
            Properties().WriteTo(writer);
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Twips(width) })).WriteTo(writer);
            Header(headers, widths).WriteTo(writer);
            foreach (var texts in chunk)
                form.Write(writer, texts);
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

    /// <summary>The form of a row; its texts are filled in.</summary>
    /// <param name="valueColumn">The column whose text is a figure's; null where none is.</param>
    private static W.TableRow Row(int[] widths, int? valueColumn) => new(
    [
        new W.TableRowProperties(new W.CantSplit()), .. widths.Select((width, column) => Cell(width, Text(column, valueColumn))),
    ]);

    private static W.Paragraph Text(int column, int? valueColumn)
    {
        var style = DocxLines.Style("AnnexText");
        if (valueColumn is not null && Centred.Contains(column))
            style.Append(new W.Justification { Val = W.JustificationValues.Center });
        return new W.Paragraph(style, column == valueColumn ? DocxLines.ControlForm() : DocxLines.Words(DocxForm.Place));
    }

    /// <summary>The texts of a row in the order of its form: before the value stand the name, tag and number of its control.</summary>
    private static List<string> Texts(ReportFact fact, int number, DocxLines lines)
    {
        var texts = FactAnnex.Row(fact, number).ToList();
        texts.InsertRange(FactAnnex.ValueColumn, [fact.Figure.Indicator.Name, fact.Id, lines.NextControl().ToString(CultureInfo.InvariantCulture)]);
        return texts;
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

using DocumentFormat.OpenXml.Spreadsheet;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>Writes a new workbook, sheet after sheet and row after row, in bounded memory.</summary>
internal sealed class XlsxWriter(Stream stream) : IDisposable
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly XlsxParts parts = new(stream);
    private readonly SheetNames names = new();
    private readonly List<(string Name, bool IsHidden)> sheets = [];

    /// <summary>Begins the next sheet; the one before must be disposed of.</summary>
    public SheetWriter Begin(WrittenSheet sheet)
    {
        var name = names.Of(sheet.Name);
        sheets.Add((name, sheet.IsHidden));
        return new SheetWriter(parts.Begin($"xl/worksheets/sheet{sheets.Count}.xml"), sheet with { Name = name }, isFirst: sheets.Count == 1);
    }

    /// <summary>Writes what names the sheets. Without it there is no workbook: a writing that broke off is not mistaken for a whole one.</summary>
    public void Finish()
    {
        parts.Write("xl/styles.xml", Looks.Sheet());
        parts.Write("xl/workbook.xml", Book());
        parts.WriteRelations("xl/_rels/workbook.xml.rels", [.. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("styles", "styles.xml")]);
        parts.WriteRelations("_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        parts.WriteTypes(
        [
            ("xl/workbook.xml", Type + "sheet.main+xml"), ("xl/styles.xml", Type + "styles+xml"),
            .. sheets.Select((_, at) => ($"xl/worksheets/sheet{at + 1}.xml", Type + "worksheet+xml")),
        ]);
    }

    public void Dispose() => parts.Dispose();

    private Workbook Book() => new(new BookViews(new WorkbookView()), new Sheets(sheets.Select((sheet, at) => new Sheet
    {
        Name = sheet.Name,
        SheetId = (uint)at + 1,
        Id = $"rId{at + 1}",
        State = sheet.IsHidden ? SheetStateValues.Hidden : null,
    })));
}

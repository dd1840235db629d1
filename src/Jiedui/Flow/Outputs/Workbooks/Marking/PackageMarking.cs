using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Sealing;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>Marks the sheets of an .xlsx in place. Only the parts of the marked sheets and the styles are written; all others keep their bytes.</summary>
internal static class PackageMarking
{
    private static readonly OpenSettings AsItIs = new() { AutoSave = false };

    /// <summary>A workbook with macros must keep its ending, or Excel refuses it.</summary>
    public static string ExtensionOf(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        return document.DocumentType switch
        {
            DocumentFormat.OpenXml.SpreadsheetDocumentType.MacroEnabledWorkbook => ".xlsm",
            DocumentFormat.OpenXml.SpreadsheetDocumentType.MacroEnabledTemplate => ".xltm",
            DocumentFormat.OpenXml.SpreadsheetDocumentType.Template => ".xltx",
            _ => ".xlsx",
        };
    }

    public static void Mark(Stream file, IReadOnlyList<SheetMarks> marks, Suite suite)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true, AsItIs);
        var book = document.WorkbookPart ?? throw new InvalidDataException("The package holds no workbook.");
        var styles = new MarkingStyles(book);
        foreach (var sheet in marks.Where(sheet => sheet.Cells.Count > 0))
            Mark(PartOf(book, sheet.Sheet) ?? throw new InvalidDataException(sheet.Sheet), sheet.Cells, styles, suite);
        styles.Save();
    }

    private static WorksheetPart? PartOf(WorkbookPart book, string name) =>
        book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name?.Value == name)?.Id?.Value is { } id && book.TryGetPartById(id, out var part)
            ? part as WorksheetPart
            : null;

    private static void Mark(WorksheetPart sheet, IReadOnlyList<Mark> marks, MarkingStyles styles, Suite suite)
    {
        var drawing = SheetComments.Write(sheet, marks);
        using var rewritten = ScratchFile.OpenAlone(suite);
        using (var source = sheet.GetStream(FileMode.Open, FileAccess.Read))
            SheetRewriting.Write(source, rewritten, marks, styles, drawing);
        rewritten.Position = 0;
        sheet.FeedData(rewritten);
    }
}

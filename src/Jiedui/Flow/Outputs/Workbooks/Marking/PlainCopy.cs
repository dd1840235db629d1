using System.Globalization;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>The rows of a file that can hold no marks as an .xlsx: each cell in its place, numbers as numbers, days as days, everything else as text.</summary>
internal static class PlainCopy
{
    private const int SampleRows = 200;
    private const double Widest = 50;

    /// <returns>The names of the written sheets.</returns>
    public static IReadOnlyList<string> Write(Workbook workbook, Stream file)
    {
        using var book = new XlsxWriter(file);
        var names = workbook.Sheets.Select(sheet => Write(sheet, book)).ToList();
        book.Finish();
        return names;
    }

    private static string Write(Sheet source, XlsxWriter book)
    {
        using var sheet = book.Begin(new WrittenSheet(source.Name)
        {
            Columns = Widths(source),
            IsHidden = source.IsHidden,
            Merges = [.. source.Merges.Select(RangeOf)],
        });
        foreach (var row in source.Rows())
        {
            sheet.NextRow(row.Number);
            foreach (var cell in row.Cells)
                Write(sheet, cell);
        }
        return sheet.Name;
    }

    private static void Write(SheetWriter sheet, RawCell cell)
    {
        switch (cell.Kind)
        {
            case RawKind.Number:
                sheet.Number(cell.Column, cell.Number.ToString("R", CultureInfo.InvariantCulture), CellLook.Plain);
                break;
            case RawKind.DateSerial:
                var look = cell.Number == Math.Floor(cell.Number) ? CellLook.Day : CellLook.DayAndTime;
                sheet.Number(cell.Column, cell.Number.ToString("R", CultureInfo.InvariantCulture), look);
                break;
            case RawKind.Text or RawKind.Flag or RawKind.Error:
                sheet.Text(cell.Column, cell.Text, CellLook.Text);
                break;
        }
    }

    private static List<(double Width, CellLook Look)> Widths(Sheet source)
    {
        var widths = new List<(double Width, CellLook Look)>();
        foreach (var cell in source.Rows().Take(SampleRows).SelectMany(row => row.Cells))
        {
            while (widths.Count <= cell.Column)
                widths.Add((10, CellLook.Plain));
            if (!source.Merges.Any(merge => merge.FirstColumn == cell.Column))
                widths[cell.Column] = (Math.Clamp(ColumnForm.HeaderWidth(cell.Text), widths[cell.Column].Width, Widest), CellLook.Plain);
        }
        return widths;
    }

    private static string RangeOf(CellRange range) => $"{CellAddress.Of(range.FirstRow, range.FirstColumn)}:{CellAddress.Of(range.LastRow, range.LastColumn)}";
}

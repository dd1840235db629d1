using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>A ledger as a workbook, continued on further sheets where one is full.</summary>
internal static class XlsxExport
{
    public static long Write(LedgerType ledger, IEnumerable<Record> records, ExtraHeaders extras, ExportCells cells, Stream stream, int rowsPerSheet)
    {
        using var book = new XlsxWriter(stream);
        using var record = records.GetEnumerator();
        var written = 0L;
        for (var hasMore = record.MoveNext(); hasMore || written == 0; hasMore = record.MoveNext())
        {
            using var sheet = Begin(book, ledger, extras);
            for (var row = 0; hasMore && row < rowsPerSheet; row++, written++)
            {
                WriteRow(sheet, ledger, record.Current.Row, cells, extras);
                // The last row of a full sheet leaves the next record to the next sheet.
                if (row + 1 < rowsPerSheet)
                    hasMore = record.MoveNext();
            }
            if (!hasMore)
                break;
        }
        book.Finish();
        return written;
    }

    private static SheetWriter Begin(XlsxWriter book, LedgerType ledger, ExtraHeaders extras)
    {
        var sheet = book.Begin(new WrittenSheet(ledger.Name)
        {
            Columns = [.. ledger.Columns.Select(ColumnForm.Of), .. extras.All.Select(header => (ColumnForm.HeaderWidth(header), CellLook.Text))],
            FrozenRows = 1,
        });
        HeaderRow.Write(sheet, ledger, extras.All);
        return sheet;
    }

    private static void WriteRow(SheetWriter sheet, LedgerType ledger, Row row, ExportCells cells, ExtraHeaders extras)
    {
        extras.DemandKnown(row);
        sheet.NextRow();
        foreach (var column in ledger.Columns)
        {
            if (cells.Of(row, column) is not { } cell)
                continue;
            if (cell.IsNumber)
                sheet.Number(column.Index, cell.Text, ColumnForm.LookOf(column.Kind));
            else
                sheet.Text(column.Index, cell.Text, CellLook.Text);
        }
        for (var at = 0; at < extras.All.Count; at++)
        {
            if (cells.Extra(row, extras.All[at]) is { } text)
                sheet.Text(ledger.Columns.Length + at, text, CellLook.Text);
        }
    }
}

using System.Text;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>Writes a list that is no ledger: headers and rows of text, in a stream. What a text begins with makes it no formula.</summary>
/// <param name="name">The sheet's.</param>
/// <param name="columns">The headers; a column of whole numbers stands as such.</param>
public sealed class TableExport(string name, IReadOnlyList<(string Header, bool IsNumber)> columns)
{
    /// <summary>Excel's last row, less the header.</summary>
    public const int RowsPerSheet = 1_048_575;

    /// <exception cref="ArgumentOutOfRangeException">Such a list is not written as JSON.</exception>
    /// <returns>How many rows were written.</returns>
    public long Write(ExportFormat format, IEnumerable<IReadOnlyList<string>> rows, Stream stream) => format switch
    {
        ExportFormat.Xlsx => Workbook(rows, stream),
        ExportFormat.Csv => Csv(rows, stream),
        ExportFormat.Json => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private long Workbook(IEnumerable<IReadOnlyList<string>> rows, Stream stream)
    {
        using var book = new XlsxWriter(stream);
        var written = 0L;
        foreach (var part in rows.Chunk(RowsPerSheet).DefaultIfEmpty([]))
        {
            using var sheet = book.Begin(new WrittenSheet(name) { Columns = [.. columns.Select(column => (ColumnForm.HeaderWidth(column.Header) + 4, CellLook.Text))], FrozenRows = 1 });
            sheet.NextRow(26);
            for (var at = 0; at < columns.Count; at++)
                sheet.Text(at, columns[at].Header, CellLook.Header);
            foreach (var row in part)
                WriteRow(sheet, row);
            written += part.Length;
        }
        book.Finish();
        return written;
    }

    private void WriteRow(SheetWriter sheet, IReadOnlyList<string> row)
    {
        sheet.NextRow();
        for (var at = 0; at < row.Count; at++)
        {
            if (columns[at].IsNumber)
                sheet.Number(at, row[at], CellLook.Whole);
            else if (row[at].Length > 0)
                sheet.Text(at, row[at], CellLook.Text);
        }
    }

    private long Csv(IEnumerable<IReadOnlyList<string>> rows, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 << 10, leaveOpen: true);
        writer.Write(string.Join(',', columns.Select(column => CsvField.OfText(column.Header))) + "\r\n");
        var written = 0L;
        foreach (var row in rows)
        {
            writer.Write(string.Join(',', row.Select((text, at) => columns[at].IsNumber ? text : CsvField.OfText(text))) + "\r\n");
            written++;
        }
        return written;
    }
}

using System.Text;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>A ledger as a table of text that Excel opens by double click.</summary>
internal static class CsvExport
{
    public static long Write(LedgerType ledger, IEnumerable<Record> records, ExtraHeaders extras, ExportCells cells, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 << 10, leaveOpen: true);
        WriteLine(writer, [.. ledger.Columns.Select(column => CsvField.OfText(ColumnHeader.Of(column))), .. extras.All.Select(CsvField.OfText)]);
        var written = 0L;
        foreach (var record in records)
        {
            extras.DemandKnown(record.Row);
            WriteLine(writer,
            [
                .. ledger.Columns.Select(column => CsvField.Of(cells.Of(record.Row, column))),
                .. extras.All.Select(header => CsvField.OfText(cells.Extra(record.Row, header) ?? "")),
            ]);
            written++;
        }
        return written;
    }

    private static void WriteLine(TextWriter writer, IReadOnlyList<string> fields)
    {
        for (var at = 0; at < fields.Count; at++)
        {
            if (at > 0)
                writer.Write(',');
            writer.Write(fields[at]);
        }
        writer.Write("\r\n");
    }
}

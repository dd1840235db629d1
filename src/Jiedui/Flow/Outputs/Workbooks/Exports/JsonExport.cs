using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>A ledger as an array of objects by column name: exact numbers as numbers, 是/否 as true and false, lists as arrays, everything else as it is written.</summary>
internal static class JsonExport
{
    private const int FlushBytes = 64 << 10;

    public static long Write(LedgerType ledger, IEnumerable<Record> records, ExportCells cells, Stream stream)
    {
        var names = ledger.Columns.Select(column => column.Name).ToHashSet();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true });
        var written = 0L;
        json.WriteStartArray();
        foreach (var row in records.Select(record => record.Row))
        {
            json.WriteStartObject();
            foreach (var column in ledger.Columns)
            {
                json.WritePropertyName(column.Name);
                WriteValue(json, row, column, cells.Of(row, column));
            }
            foreach (var header in row.Extras.Keys)
                json.WriteString(names.Contains(header) ? header + "（表外）" : header, cells.Extra(row, header));
            json.WriteEndObject();
            written++;
            if (json.BytesPending > FlushBytes)
                json.Flush();
        }
        json.WriteEndArray();
        return written;
    }

    private static void WriteValue(Utf8JsonWriter json, Row row, Column column, ExportCell? cell)
    {
        if (cell is not { } written)
            json.WriteNullValue();
        else if (written.IsNumber)
            json.WriteRawValue(written.Text);
        else if (column.Kind == ColumnKind.Flag && !column.IsPersonal)
            json.WriteBooleanValue((bool)row[column]!);
        else if (column.Kind == ColumnKind.List && !column.IsPersonal)
            WriteList(json, (string[])row[column]!);
        else
            json.WriteStringValue(written.Text);
    }

    private static void WriteList(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}

using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Workbooks.Exports;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>
/// Writes the records of a ledger to a file in a stream, with the headers of its template, so that an export that shows everything can be imported again and
/// changes nothing. A masked one cannot: an ID of stars is none.
/// </summary>
/// <param name="records">Never held. Read twice for a table, first for the headers that no ledger knows, unless <see cref="ExtraHeaders"/> tells them.</param>
/// <param name="units">The partnership's units, for a name that is not enough.</param>
public sealed class LedgerExport(LedgerType ledger, IEnumerable<Record> records, UnitRegistry units)
{
    /// <summary>Whether personal data is shown; the caller has asked whether it may be, and records it.</summary>
    public bool IsClear { get; init; }

    /// <summary>Asks for the headers that no ledger knows without reading the records; null where only the records tell them.</summary>
    public Func<IEnumerable<string>>? ExtraHeaders { get; init; }

    /// <summary>Excel's last row, less the header.</summary>
    public int RowsPerSheet { get; init; } = 1_048_575;

    /// <summary>All current records of a ledger within a reach.</summary>
    public static LedgerExport Of(LedgerBook book, LedgerType ledger, Reach reach, bool isClear = false) =>
        new(ledger, book.All(ledger, reach), book.UnitsOf(reach.Partnership)) { IsClear = isClear, ExtraHeaders = () => book.ExtraHeaders(ledger, reach) };

    /// <returns>How many records were written.</returns>
    public long Write(ExportFormat format, string path)
    {
        using var file = File.Create(path);
        return Write(format, file);
    }

    /// <inheritdoc cref="Write(ExportFormat, string)"/>
    public long Write(ExportFormat format, Stream stream)
    {
        var cells = new ExportCells(units, IsClear);
        return format switch
        {
            ExportFormat.Xlsx => XlsxExport.Write(ledger, records, Extras(), cells, stream, RowsPerSheet),
            ExportFormat.Csv => CsvExport.Write(ledger, records, Extras(), cells, stream),
            ExportFormat.Json => JsonExport.Write(ledger, records, cells, stream),
        };
    }

    private ExtraHeaders Extras() => new(ExtraHeaders?.Invoke() ?? records.SelectMany(record => record.Row.Extras.Keys));
}

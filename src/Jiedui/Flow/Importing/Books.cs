using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Importing;

/// <summary>The ledgers and postings of one partnership, open for writing within one transaction: a record goes into both or into neither.</summary>
internal sealed class Books(DbConnection connection, DbTransaction transaction, Catalogue catalogue, long partnership, long batch, Vault vault, SheetSeals seals) : IDisposable
{
    private readonly Dictionary<LedgerType, RecordWriter> writers = [];
    private readonly PostingWriter postings = new(connection, transaction, catalogue, partnership, vault.Prints);

    public long Partnership => partnership;

    /// <summary>Under which keys and contents are compared.</summary>
    public KeyedHash Prints => vault.Prints;

    public UnitRegistry Units { get; } = UnitRegistry.Load(connection, partnership, transaction);

    /// <summary>Stores a good row and posts what is new of it.</summary>
    public Outcome Enter(Row row, RowPrint print, IReadOnlyCollection<Column> told, long sheet, int rowNumber)
    {
        var stored = WriterOf(row.Ledger).Store(row, print, told, new Origin(sheet, rowNumber, batch), postings.PartiesOf);
        if (stored.Previous is { } corrected)
            postings.Reverse(corrected, batch);
        if (stored.Outcome != Outcome.Unchanged)
            postings.Post(stored.Current);
        return stored.Outcome;
    }

    /// <summary>The record that already has the row's value in a column that must be unique.</summary>
    public (Column Column, long Record)? TakenBy(Row row) => row.Ledger.Unique.Count == 0 ? null : WriterOf(row.Ledger).TakenBy(row);

    /// <summary>Withdraws a current record: it stays readable, and counts no more.</summary>
    /// <returns>The version that was withdrawn; null where there is no current record of that number.</returns>
    public int? Withdraw(LedgerType ledger, long record)
    {
        var writer = WriterOf(ledger);
        if (writer.Current(record) is not { } version)
            return null;
        writer.Supersede(version, batch);
        postings.Reverse(version, batch);
        return version.Version;
    }

    /// <summary>Stores a unit that a good row names.</summary>
    /// <returns>True where it was not stored before.</returns>
    public bool Register(long unit) => Units.Store(unit, connection, transaction, batch);

    /// <summary>Call before the commit.</summary>
    public void Finish() => postings.Finish();

    public void Dispose()
    {
        foreach (var writer in writers.Values)
            writer.Dispose();
        postings.Dispose();
    }

    private RecordWriter WriterOf(LedgerType ledger)
    {
        if (!writers.TryGetValue(ledger, out var writer))
            writers[ledger] = writer = new RecordWriter(connection, transaction, new LedgerTable(ledger), partnership, Units, vault, seals);
        return writer;
    }
}

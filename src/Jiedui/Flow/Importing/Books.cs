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

    /// <summary>Made once: it is handed on with each row.</summary>
    private Func<Row, long>? partiesOf;

    public long Partnership => partnership;

    /// <summary>Under which keys and contents are compared.</summary>
    public KeyedHash Prints => vault.Prints;

    public UnitRegistry Units { get; } = UnitRegistry.Load(connection, partnership, transaction);

    /// <summary>Stores a good row and posts what is new of it.</summary>
    public Stored Enter(PreparedRow prepared, Told told, long sheet, int rowNumber)
    {
        var row = prepared.Row;
        var stored = WriterOf(row.Ledger).Store(row, prepared.Print, told, new Origin(sheet, rowNumber, batch), partiesOf ??= postings.PartiesOf, prepared.Ahead);
        if (stored is { Outcome: Outcome.Corrected, Previous: { } corrected })
            postings.Reverse(corrected, batch);
        if (stored is { Outcome: Outcome.Accepted, Current: { } accepted } && prepared.Drafts is { } drafts)
            postings.Post(accepted, drafts);
        else if (stored.Current is { } current)
            postings.Post(current);
        return stored;
    }

    /// <summary>What can be reckoned of a ledger's rows before it is their turn. What it returns is for another thread than the one that enters.</summary>
    public Func<Row, PreparedRow> PreparationOf(LedgerType ledger, Column? notOurs)
    {
        var writer = WriterOf(ledger);
        var drafting = postings.DraftingOf(ledger);
        return row =>
        {
            var claimed = notOurs is null ? null : row[notOurs];
            if (claimed is not null)
                row[notOurs!] = null;
            var print = RowPrint.Of(row, vault.Prints);
            var ahead = writer.SealAhead(row, print);
            return new PreparedRow(row, print, claimed, ahead, ahead is null ? null : drafting.Of(row));
        };
    }

    /// <summary>Learns what is stored under the keys of rows that are entered next, and what was posted of those that they correct.</summary>
    public void Expect(LedgerType ledger, IReadOnlyCollection<RowPrint> rows) =>
        postings.Expect(ledger, [.. WriterOf(ledger).Expect(rows).Where(version => version.Batch != batch)]);

    /// <summary>The current version of a record, or null.</summary>
    public StoredRecord? Current(LedgerType ledger, long record) => WriterOf(ledger).Current(record);

    /// <summary>The current record that is known by a row's key, or null.</summary>
    public StoredRecord? Holder(Row row, RowPrint print) => WriterOf(row.Ledger).Holder(print);

    /// <summary>Stores what a person made of a record, and posts the difference.</summary>
    public StoredRecord Correct(StoredRecord previous, Row row, RowPrint print, long sheet)
    {
        var current = WriterOf(row.Ledger).Replace(previous, row, print, new Origin(sheet, 1, batch), postings.PartiesOf(row));
        postings.Reverse(previous, batch);
        postings.Post(current);
        return current;
    }

    /// <summary>The record that already has the row's value in a column that must be unique.</summary>
    public (Column Column, long Record)? TakenBy(Row row) => row.Ledger.Unique.Count == 0 ? null : WriterOf(row.Ledger).TakenBy(row);

    /// <summary>What is stored under a row's key.</summary>
    public Row? Known(Row row, RowPrint print) => WriterOf(row.Ledger).Current(print)?.Row;

    /// <summary>Withdraws a current record: it stays readable, and counts no more.</summary>
    /// <returns>The version that was withdrawn; null where there is no current record of that number within reach.</returns>
    public int? Withdraw(LedgerType ledger, long record, Reach reach)
    {
        var writer = WriterOf(ledger);
        if (writer.Current(record) is not { } version || !reach.Covers(version.Row, Units))
            return null;
        writer.Supersede(version, batch);
        postings.Reverse(version, batch);
        return version.Version;
    }

    /// <summary>Stores a unit that a good row names.</summary>
    /// <returns>True where it was not stored before.</returns>
    public bool Register(long unit) => Units.Store(unit, connection, transaction, batch);

    /// <summary>Call before the commit.</summary>
    public void Finish()
    {
        foreach (var writer in writers.Values)
            writer.Finish();
        postings.Finish();
    }

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

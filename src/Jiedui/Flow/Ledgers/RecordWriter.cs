using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>Where a record came from: which row of which stored sheet, in which batch.</summary>
public readonly record struct Origin(long Sheet, int RowNumber, long Batch);

/// <summary>What became of a row.</summary>
/// <param name="Outcome">Stored, the same as before, a correction, or not stored at all.</param>
/// <param name="Current">The version that is current now; null where it is unchanged, or was not stored.</param>
/// <param name="Previous">The version that it corrects; where it was not stored, that of another record which has its key.</param>
public readonly record struct Stored(Outcome Outcome, StoredRecord? Current, StoredRecord? Previous);

public enum Outcome
{
    Accepted,
    Unchanged,
    Corrected,

    /// <summary>With what was known before, the row has the key of another record.</summary>
    Contradicting,
}

/// <summary>Writes record versions of one ledger within one transaction. The natural key decides: new, unchanged or a correction (design §4.3).</summary>
public sealed class RecordWriter : IDisposable
{
    /// <summary>So many versions are marked as superseded by one statement.</summary>
    private const int SupersededAtOnce = 256;

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly LedgerTable table;
    private readonly long partnership;
    private readonly UnitRegistry units;
    private readonly Vault vault;
    private readonly SheetSeals seals;
    private readonly BulkInsert insert;
    private readonly KnownContents known;
    private readonly DbCommand find;
    private readonly DbCommand supersede;
    private readonly bool startedEmpty;

    private readonly CurrentKeys keys;

    /// <summary>Versions whose predecessors are to be marked first.</summary>
    private readonly List<(StoredRecord Version, SealedRow Sealed)> corrections = [];
    private long lastRecord;
    private (long Batch, Voice Voice)? speaking;

    public RecordWriter(DbConnection connection, DbTransaction transaction, LedgerTable table, long partnership, UnitRegistry units, Vault vault, SheetSeals seals)
    {
        this.vault = vault;
        this.seals = seals;
        this.connection = connection;
        this.transaction = transaction;
        this.table = table;
        this.partnership = partnership;
        this.units = units;
        insert = table.Insert(connection);
        keys = new CurrentKeys(connection, transaction, table, partnership);
        find = connection.Prepared(transaction, $"SELECT {table.ReadFields} FROM {table.RecordsByKeySql} WHERE k.partnership = $1 AND k.key = $2", 2);
        known = new KnownContents(connection, transaction, table, partnership, row => table.Read(row, units.RefOf, vault));
        supersede = connection.Prepared(transaction, $"UPDATE {table.Name} SET superseded = $1 WHERE partnership = $2 AND record = $3 AND version = $4", 4);
        using var last = connection.Prepared(transaction, $"SELECT coalesce(max(record), 0) FROM {table.Name} WHERE partnership = $1", 1);
        last.Parameters[0].Value = partnership;
        lastRecord = (long)last.ExecuteScalar()!;
        startedEmpty = lastRecord == 0;
    }

    /// <param name="row">A good row, with its key.</param>
    /// <param name="print">Of the row as it is given.</param>
    /// <param name="told">What the source tells of.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="parties">The stored set of units that it names.</param>
    /// <param name="ahead">What <see cref="SealAhead"/> made of it; null where it did not.</param>
    public Stored Store(Row row, RowPrint print, Told told, Origin origin, Func<Row, long> parties, SealedRow? ahead)
    {
        if (startedEmpty)
            return New();
        // A file that comes again is mostly the same: then the fingerprints say so, and no version need be read and understood.
        var asked = known.Of(print.Key);
        if (asked is { IsThere: true } same && same.Content == print.Content)
            return new Stored(Outcome.Unchanged, null, null);
        if (asked is { IsThere: false } || (known.Version(print.Key) ?? Current(print)) is not { } previous)
            return New();

        if (previous.Erased is not null && WasSaid(previous.Record, print.Content))
            return new Stored(Outcome.Unchanged, null, null);
        told.Keep(previous.Row, row);
        var whole = RowPrint.Of(row, vault.Prints);
        if (whole.Content == RowPrint.ContentOf(previous.Row, vault.Prints))
            return new Stored(Outcome.Unchanged, null, null);
        if (whole.Key == previous.Key)
            return new Stored(Outcome.Corrected, Correct(previous, row, whole, origin, parties(row)), previous);
        // Filled up, it may be known by a key that goes before the one by which it came.
        return Current(whole) is { } other
            ? new Stored(Outcome.Contradicting, null, other)
            : new Stored(Outcome.Corrected, Replace(previous, row, whole, origin, parties(row)), previous);

        Stored New() => new(Outcome.Accepted, Insert(row, print, ++lastRecord, 1, origin, parties(row), ahead), null);
    }

    /// <summary>
    /// Seals a row before it is its turn, where all rows are new to the ledger: else most rows that come were there before, and none of it would be used. For
    /// another thread than the one that stores.
    /// </summary>
    public SealedRow? SealAhead(Row row, RowPrint print) => startedEmpty ? Seal(row, print) : null;

    /// <summary>Learns what is stored under the keys of the rows that come next, in a few questions for all of them.</summary>
    /// <returns>The versions that some of these rows say something else of, where they are not few.</returns>
    public IReadOnlyCollection<StoredRecord> Expect(IReadOnlyCollection<RowPrint> rows)
    {
        if (startedEmpty)
            return [];
        if (rows.Any(row => keys.MayMiss(row.Key)))
            Finish();
        return known.Ask(rows);
    }

    /// <summary>The current record, other than the row's own, that already has the row's value in a column that must be unique; null where none has.</summary>
    public (Column Column, long Record)? TakenBy(Row row)
    {
        foreach (var column in table.Ledger.Unique.Where(row.Has))
        {
            Finish();
            using var taken = connection.Prepared(
                transaction,
                $"SELECT record FROM {table.Name} WHERE partnership = $1 AND {LedgerTable.FieldOf(column)} = $2 AND superseded IS NULL AND key <> $3 LIMIT 1", 3);
            taken.Parameters[0].Value = partnership;
            taken.Parameters[1].Value = LedgerTable.Asked(column, row[column]!, vault.Prints);
            taken.Parameters[2].Value = KeyedHash.Stored(RowPrint.KeyOf(row, vault.Prints)!.Value);
            if (taken.ExecuteScalar() is long record)
                return (column, record);
        }
        return null;
    }

    /// <summary>The current version of a key, or null.</summary>
    public StoredRecord? Current(RowPrint print)
    {
        Arrive(print.Key);
        return Current(KeyedHash.Stored(print.Key));
    }

    /// <summary>The current version of a record, or null.</summary>
    public StoredRecord? Current(long record)
    {
        Finish();
        using var current = connection.Prepared(transaction, $"{table.SelectSql} WHERE t.partnership = $1 AND t.record = $2 AND t.superseded IS NULL", 2);
        current.Parameters[0].Value = partnership;
        current.Parameters[1].Value = record;
        using var reader = current.ExecuteReader();
        return reader.Read() ? table.Read(reader, units.RefOf, vault) : null;
    }

    /// <summary>The current record that is known by a row's key, or null.</summary>
    public StoredRecord? Holder(RowPrint print) => Current(print);

    /// <summary>Stores the next version of a record that a person corrected, whatever its key has become.</summary>
    public StoredRecord Replace(StoredRecord previous, Row row, RowPrint print, Origin origin, long parties)
    {
        Supersede(previous, origin.Batch);
        return Insert(row, print, previous.Record, previous.Version + 1, origin, parties);
    }

    /// <summary>Withdraws a current version: it stays readable, and counts no more.</summary>
    public void Supersede(StoredRecord version, long batch)
    {
        // It may be on its way itself.
        Finish();
        supersede.Parameters[0].Value = batch;
        supersede.Parameters[1].Value = partnership;
        supersede.Parameters[2].Value = version.Record;
        supersede.Parameters[3].Value = version.Version;
        supersede.ExecuteNonQuery();
        keys.Remove(version);
    }

    /// <summary>Writes what is on its way; call before the commit.</summary>
    public void Finish()
    {
        WriteCorrections();
        insert.Flush();
        keys.Finish();
    }

    public void Dispose()
    {
        insert.Dispose();
        keys.Dispose();
        find.Dispose();
        known.Dispose();
        supersede.Dispose();
    }

    /// <summary>Whether any version of a record said this: an old file does not bring back who was erased since.</summary>
    private bool WasSaid(long record, UInt128 content)
    {
        Finish();
        using var said = connection.Prepared(transaction, $"SELECT count(*) FROM {table.Name} WHERE partnership = $1 AND record = $2 AND content = $3", 3);
        said.Parameters[0].Value = partnership;
        said.Parameters[1].Value = record;
        said.Parameters[2].Value = KeyedHash.Stored(content);
        return (long)said.ExecuteScalar()! > 0;
    }

    /// <summary>Lets a version of this key be found, if there is one.</summary>
    private void Arrive(UInt128 key)
    {
        if (keys.MayMiss(key))
            Finish();
    }

    private SealedRow Seal(Row row, RowPrint print) => table.Seal(row, new BoxName(table.Ledger.Code, partnership, print.Key, print.Content), vault);

    private Voice VoiceOf(long batch)
    {
        if (speaking is not { } known || known.Batch != batch)
            speaking = known = (batch, Voice.Of(connection, transaction, partnership, batch));
        return known.Voice;
    }

    private StoredRecord? Current(byte[] key)
    {
        find.Parameters[0].Value = partnership;
        find.Parameters[1].Value = key;
        using var reader = find.ExecuteReader();
        return reader.Read() ? table.Read(reader, units.RefOf, vault) : null;
    }

    private StoredRecord Insert(Row row, RowPrint print, long record, int version, Origin origin, long parties, SealedRow? ahead = null)
    {
        var stored = Made(row, print, record, version, origin, parties);
        table.Write(insert, stored, ahead ?? Seal(row, print));
        keys.Add(stored);
        Note(stored);
        return stored;
    }

    /// <summary>Stores the next version of a record. It is written later, together with others, when the versions before them are marked.</summary>
    private StoredRecord Correct(StoredRecord previous, Row row, RowPrint print, Origin origin, long parties)
    {
        var stored = Made(row, print, previous.Record, previous.Version + 1, origin, parties);
        corrections.Add((stored, Seal(row, print)));
        if (corrections.Count == SupersededAtOnce)
            WriteCorrections();
        keys.Change(stored);
        Note(stored);
        return stored;
    }

    private void WriteCorrections()
    {
        foreach (var batch in corrections.GroupBy(correction => correction.Version.Batch))
        {
            using var supersedeSome = connection.CreateCommand();
            supersedeSome.Transaction = transaction;
            supersedeSome.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"UPDATE {table.Name} SET superseded = {batch.Key} WHERE partnership = {partnership} AND record IN {Numbers.Sql(batch.Select(correction => correction.Version.Record))} AND superseded IS NULL");
            supersedeSome.ExecuteNonQuery();
        }
        foreach (var (version, sealedRow) in corrections)
            table.Write(insert, version, sealedRow);
        corrections.Clear();
    }

    private StoredRecord Made(Row row, RowPrint print, long record, int version, Origin origin, long parties)
    {
        var voice = VoiceOf(origin.Batch);
        return new StoredRecord(
            partnership, record, version, row, origin.Sheet, origin.RowNumber, origin.Batch, null, DayNumber.Of(table.Ledger.DayOf(row)), parties)
        {
            Key = print.Key,
            Content = print.Content,
            GiverState = (int)voice.On(row, Side.Giver),
            ReceiverState = (int)voice.On(row, Side.Receiver),
        };
    }

    private void Note(StoredRecord version)
    {
        known.Forget(version.Key);
        seals.Add(version);
    }
}

using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>
/// The typed table of a ledger, made from its declaration: one row for every version of every record, the current one with <c>superseded</c> empty. The
/// content of a version is never changed. Personal columns stand in it sealed, all of a version in one box; those by which a person is looked for have a
/// print beside it; whether it is superseded, and what each side's word on it has come to, is kept beside its content.
/// </summary>
public sealed class LedgerTable
{
    private const string Keys = "partnership, record, version, key, content, sheet, row, batch, day, parties, sealed";
    private const int KeyCount = 11;
    private const string GiverState = "t.giver_state";
    private const string ReceiverState = "t.receiver_state";
    private const int SealedAt = 10;

    /// <summary>The column in which a record names its evidence: those that do are found without the others.</summary>
    private const string Evidence = "佐证材料";

    private readonly List<string> fields = [];
    private readonly Column[] findable;

    public LedgerTable(LedgerType ledger)
    {
        Ledger = ledger;
        findable = [.. ledger.Columns.Where(StoredField.IsFindable)];
        foreach (var column in ledger.Columns)
        {
            if (column.IsPersonal)
            {
                if (StoredField.IsFindable(column))
                    fields.Add(FieldOf(column));
                continue;
            }
            fields.Add(FieldOf(column));
            if (StoredField.IntervalNameOf(column) is { } interval)
                fields.Add(Quoted(interval));
        }
        SelectSql = SelectWith(GiverState, ReceiverState);
    }

    public LedgerType Ledger { get; }

    /// <summary>The table's name: labour_fairs of labour.fairs.</summary>
    public string Name => Ledger.Code.Replace('.', '_');

    /// <summary>The fields that <see cref="Read"/> needs, of the table as <c>t</c>.</summary>
    public string ReadFields => FieldsWith(GiverState, ReceiverState);

    /// <summary>Selects all that <see cref="Read"/> needs, from the table as <c>t</c>.</summary>
    public string SelectSql { get; }

    /// <summary>The same with other expressions for what the sides' words have come to.</summary>
    public string SelectWith(string giverState, string receiverState) => $"SELECT {FieldsWith(giverState, receiverState)} FROM {Name} t";

    /// <summary>The quoted names of the fields that hold prints of personal columns.</summary>
    public IEnumerable<string> PrintFields => Ledger.Columns.Where(StoredField.IsFindable).Select(FieldOf);

    /// <summary>The quoted name of the field by which a column is asked for; of a personal one that of its prints.</summary>
    public static string FieldOf(Column column) => Quoted(column.IsPersonal ? StoredField.PrintNameOf(column) : StoredField.NameOf(column));

    /// <summary>All fields of a column that is not personal, of the table as <c>t</c>; <see cref="ReadValue"/> reads them.</summary>
    public static string ValueFieldsOf(Column column) =>
        StoredField.IntervalNameOf(column) is { } interval ? $"t.{FieldOf(column)}, t.{Quoted(interval)}" : $"t.{FieldOf(column)}";

    /// <summary>Reads the value of a column from where its fields begin in a row.</summary>
    public static object? ReadValue(Column column, DbDataReader reader, int at, Func<long, UnitRef> unit) =>
        StoredField.FromStored(column.Kind, reader.GetValue(at), StoredField.IsNumber(column.Kind) ? reader.GetValue(at + 1) : null, unit);

    /// <summary>Whether the database can be asked for a column's values: not for personal ones that have no print.</summary>
    public static bool CanAskFor(Column column) => !column.IsPersonal || StoredField.IsFindable(column);

    /// <summary>What <see cref="FieldOf"/> holds of a value: of a personal one its print.</summary>
    public static object Asked(Column column, object value, KeyedHash prints) =>
        column.IsPersonal ? KeyedHash.Stored(StoredField.PrintOf(column, value, prints)) : StoredField.ToStored(value);

    /// <summary>
    /// The table of the keys of current records, each with its record and the print of what that says. Keys come in no order at all: an index of the wide table
    /// would take them one by one, and this takes them in its own, many at a time.
    /// </summary>
    public string KeyName => Name + "_key";

    /// <summary>The keys as <c>k</c>, and behind each its record, from the table as <c>t</c>.</summary>
    public string RecordsByKeySql => $"{KeyName} k JOIN {Name} t ON t.partnership = k.partnership AND t.record = k.record AND t.superseded IS NULL";

    private string TableSql =>
        $"""
        CREATE TABLE IF NOT EXISTS {Name} (
            partnership INTEGER NOT NULL, record INTEGER NOT NULL, version INTEGER NOT NULL, key BLOB NOT NULL, content BLOB NOT NULL,
            sheet INTEGER NOT NULL, row INTEGER NOT NULL, batch INTEGER NOT NULL, superseded INTEGER, day INTEGER NOT NULL, parties INTEGER NOT NULL, sealed BLOB,
            erased INTEGER,
            {string.Join(", ", Typed())},
            giver_state INTEGER NOT NULL DEFAULT 0, receiver_state INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (partnership, record, version)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS {KeyName} (
            partnership INTEGER NOT NULL, key BLOB NOT NULL, record INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (partnership, key)) WITHOUT ROWID;
        """;

    /// <summary>
    /// What most rows would be in is paid for by every import, and pages are found in memory: so these hold few. Those of corrections, withdrawals and erasures tell
    /// what has changed since somebody looked; that of what both sides confirmed holds nothing else.
    /// </summary>
    private string IndexSql =>
        $"""
        CREATE INDEX IF NOT EXISTS {Name}_corrected ON {Name} (partnership, batch) WHERE version > 1;
        CREATE INDEX IF NOT EXISTS {Name}_superseded ON {Name} (partnership, superseded) WHERE superseded IS NOT NULL;
        CREATE INDEX IF NOT EXISTS {Name}_both ON {Name} (partnership, record, version) WHERE giver_state = 3 AND receiver_state = 3;
        CREATE INDEX IF NOT EXISTS {Name}_erased ON {Name} (partnership, erased) WHERE erased IS NOT NULL;
        {string.Concat(Ledger.Columns.Where(column => column.Name == Evidence).Select(column => $"CREATE INDEX IF NOT EXISTS {Name}_evidence ON {Name} (partnership, batch) WHERE {FieldOf(column)} IS NOT NULL AND {FieldOf(column)} <> '[]';"))}
        {string.Concat(Ledger.Unique.Select((column, at) => $"CREATE INDEX IF NOT EXISTS {Name}_unique{at} ON {Name} (partnership, {FieldOf(column)}) WHERE superseded IS NULL;"))}
        """;

    /// <summary>Of books that found keys and days by indexes of the table.</summary>
    private string KeysOfBeforeSql =>
        $"""
        INSERT INTO {KeyName} (partnership, key, record, content) SELECT partnership, key, record, content FROM {Name} WHERE superseded IS NULL;
        DROP INDEX IF EXISTS {Name}_current;
        DROP INDEX IF EXISTS {Name}_day;
        """;

    /// <summary>All that the table is made of: two declarations with the same are stored alike.</summary>
    internal string DefinitionSql => TableSql + IndexSql;

    /// <summary>Creates the table, or adds the columns that the declaration has gained.</summary>
    internal void Ensure(DbConnection connection, DbTransaction transaction)
    {
        var dialect = Dialect.Of(connection);
        var present = dialect.Columns(connection, Name).ToHashSet();
        var lacksKeys = present.Count > 0 && dialect.Columns(connection, KeyName).Count == 0;
        connection.Execute(dialect.Define(TableSql), transaction: transaction);
        if (lacksKeys)
            connection.Execute(KeysOfBeforeSql, transaction: transaction);
        foreach (var field in Typed().Where(field => present.Count > 0 && !present.Contains(field[1..field.LastIndexOf('"')].Replace("\"\"", "\"", StringComparison.Ordinal))))
            connection.Execute(dialect.Define($"ALTER TABLE {Name} ADD COLUMN {field}"), transaction: transaction);
        connection.Execute(IndexSql, transaction: transaction);
    }

    /// <summary>Takes new versions.</summary>
    public BulkInsert Insert(DbConnection connection) => BulkInsert.Into(connection, Name, [.. Keys.Split(", "), .. fields, "giver_state", "receiver_state"]);

    /// <summary>Seals what of a row nobody may read. For any number of threads.</summary>
    public SealedRow Seal(Row row, BoxName name, Vault vault)
    {
        var prints = new UInt128?[findable.Length];
        for (var at = 0; at < prints.Length; at++)
            prints[at] = row[findable[at]] is { } value ? StoredField.PrintOf(findable[at], value, vault.Prints) : null;
        return new SealedRow(SealedFields.Seal(row, name, vault), prints);
    }

    /// <summary>Takes the keys of current records.</summary>
    /// <param name="onConflict">What becomes of a key that is there already.</param>
    public BulkInsert InsertKeys(DbConnection connection, string onConflict = "") => BulkInsert.Into(connection, KeyName, ["partnership", "key", "record", "content"], onConflict);

    /// <summary>Adds one version to <see cref="Insert"/>.</summary>
    /// <param name="sealed">As <see cref="Seal"/> makes it of the version's row.</param>
    public void Write(BulkInsert into, StoredRecord version, SealedRow @sealed)
    {
        into.Add(version.Partnership).Add(version.Record).Add(version.Version).Add(version.Key).Add(version.Content)
            .Add(version.Sheet).Add(version.RowNumber).Add(version.Batch).Add(version.Day).Add(version.Parties)
            .Add(@sealed.Box);
        var print = 0;
        foreach (var column in Ledger.Columns)
        {
            var value = version.Row[column];
            if (!column.IsPersonal)
                StoredField.Write(into, column.Kind, StoredField.Shown(column, value));
            else if (StoredField.IsFindable(column))
                into.Add(@sealed.Prints[print++]);
        }
        into.Add(version.GiverState).Add(version.ReceiverState).End();
    }

    /// <summary>Reads one version selected by <see cref="SelectSql"/>.</summary>
    /// <exception cref="SealBrokenException">Its sealed columns were changed, or are another version's.</exception>
    public StoredRecord Read(DbDataReader reader, Func<long, UnitRef> unit, Vault vault)
    {
        var row = new Row(Ledger);
        var next = KeyCount + 2;
        foreach (var column in Ledger.Columns)
        {
            if (column.IsPersonal)
            {
                next += StoredField.IsFindable(column) ? 1 : 0;
                continue;
            }
            var stored = reader.GetValue(next++);
            var interval = StoredField.IsNumber(column.Kind) ? reader.GetValue(next++) : null;
            row[column] = StoredField.FromStored(column.Kind, stored, interval, unit);
        }
        var (key, content) = (KeyedHash.FromStored((byte[])reader.GetValue(3)), KeyedHash.FromStored((byte[])reader.GetValue(4)));
        if (!reader.IsDBNull(SealedAt))
            SealedFields.Open((byte[])reader.GetValue(SealedAt), row, new BoxName(Ledger.Code, reader.GetInt64(0), key, content), vault);
        return new StoredRecord(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), row, reader.GetInt64(5), reader.GetInt32(6), reader.GetInt64(7),
            reader.IsDBNull(KeyCount) ? null : reader.GetInt64(KeyCount), reader.GetInt32(8), reader.GetInt64(9))
        {
            Key = key,
            Content = content,
            Erased = reader.IsDBNull(KeyCount + 1) ? null : reader.GetInt64(KeyCount + 1),
            GiverState = reader.GetInt32(next++),
            ReceiverState = reader.GetInt32(next),
        };
    }

    /// <summary>Selects all that <see cref="HeadersOfExtras"/> needs of versions that may have columns which no ledger knows, from the table as <c>t</c>.</summary>
    public string SelectBoxesSql => $"SELECT t.partnership, t.record, t.key, t.content, t.day, t.sealed FROM {Name} t WHERE t.sealed IS NOT NULL";

    /// <summary>The day and the number of a record selected by <see cref="SelectBoxesSql"/>, and the headers of its columns that no ledger knows.</summary>
    /// <exception cref="SealBrokenException">Its sealed columns were changed, or are another version's.</exception>
    public (int Day, long Record, IReadOnlyList<string> Headers) HeadersOfExtras(DbDataReader reader, Vault vault)
    {
        var (key, content) = (KeyedHash.FromStored((byte[])reader.GetValue(2)), KeyedHash.FromStored((byte[])reader.GetValue(3)));
        var name = new BoxName(Ledger.Code, reader.GetInt64(0), key, content);
        return (reader.GetInt32(4), reader.GetInt64(1), SealedFields.HeadersOfExtras((byte[])reader.GetValue(5), name, vault));
    }

    /// <summary>The prints of personal columns as a row selected by <see cref="SelectSql"/> holds them; null where a field is empty.</summary>
    public IEnumerable<(Column Column, byte[]? Print)> PrintsIn(DbDataReader reader)
    {
        foreach (var column in Ledger.Columns.Where(StoredField.IsFindable))
        {
            var at = KeyCount + 2 + fields.IndexOf(FieldOf(column));
            yield return (column, reader.IsDBNull(at) ? null : (byte[])reader.GetValue(at));
        }
    }

    private string FieldsWith(string giverState, string receiverState) =>
        $"{string.Join(", ", Keys.Split(", ").Select(key => "t." + key))}, t.superseded, t.erased, {string.Join(", ", fields.Select(field => "t." + field))}, {giverState}, {receiverState}";

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private IEnumerable<string> Typed()
    {
        foreach (var column in Ledger.Columns)
        {
            if (column.IsPersonal)
            {
                if (StoredField.IsFindable(column))
                    yield return FieldOf(column) + " BLOB";
                continue;
            }
            yield return FieldOf(column) + " " + StoredField.TypeOf(column.Kind);
            if (StoredField.IntervalNameOf(column) is { } interval)
                yield return Quoted(interval) + " TEXT";
        }
    }
}

using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Storage;

/// <summary>
/// The typed table of a ledger, made from its declaration: one row for every version of every record, the current one with <c>superseded</c> empty. The
/// content of a version is never changed; whether it is superseded, and what each side's word on it has come to, is kept beside the content.
/// </summary>
public sealed class LedgerTable
{
    private const string Keys = "partnership, record, version, key, content, sheet, row, batch, day, parties, extras";

    private readonly List<string> fields = [];

    public LedgerTable(LedgerType ledger)
    {
        Ledger = ledger;
        foreach (var column in ledger.Columns)
        {
            fields.Add(Quoted(StoredField.NameOf(column)));
            if (StoredField.IntervalNameOf(column) is { } interval)
                fields.Add(Quoted(interval));
        }
        InsertSql = $"INSERT INTO {Name} ({Keys}, {string.Join(", ", fields)}, giver_state, receiver_state) VALUES ({string.Join(", ", Enumerable.Range(1, ParameterCount).Select(n => "$" + n.ToString(CultureInfo.InvariantCulture)))})";
        SelectSql = $"SELECT {Keys.Replace(", ", ", t.", StringComparison.Ordinal).Insert(0, "t.")}, t.superseded, {string.Join(", ", fields.Select(field => "t." + field))}, t.giver_state, t.receiver_state FROM {Name} t";
    }

    public LedgerType Ledger { get; }

    /// <summary>The table's name: labour_fairs of labour.fairs.</summary>
    public string Name => Ledger.Code.Replace('.', '_');

    public string InsertSql { get; }

    /// <summary>Selects all that <see cref="Read"/> needs, from the table as <c>t</c>.</summary>
    public string SelectSql { get; }

    /// <summary>The quoted name of the field that holds a column.</summary>
    public static string FieldOf(Column column) => Quoted(StoredField.NameOf(column));

    /// <summary>Creates the table where it is missing.</summary>
    private string TableSql =>
        $"""
        CREATE TABLE IF NOT EXISTS {Name} (
            partnership INTEGER NOT NULL, record INTEGER NOT NULL, version INTEGER NOT NULL, key BLOB NOT NULL, content BLOB NOT NULL,
            sheet INTEGER NOT NULL, row INTEGER NOT NULL, batch INTEGER NOT NULL, superseded INTEGER, day INTEGER NOT NULL, parties INTEGER NOT NULL, extras TEXT,
            {string.Join(", ", Typed())},
            giver_state INTEGER NOT NULL DEFAULT 0, receiver_state INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (partnership, record, version)) WITHOUT ROWID;
        """;

    private string IndexSql =>
        $"""
        CREATE UNIQUE INDEX IF NOT EXISTS {Name}_current ON {Name} (partnership, key) WHERE superseded IS NULL;
        CREATE INDEX IF NOT EXISTS {Name}_day ON {Name} (partnership, day) WHERE superseded IS NULL;
        {string.Concat(Ledger.Unique.Select((column, at) => $"CREATE INDEX IF NOT EXISTS {Name}_unique{at} ON {Name} (partnership, {FieldOf(column)}) WHERE superseded IS NULL;"))}
        """;

    /// <summary>All that the table is made of: two declarations with the same are stored alike.</summary>
    internal string DefinitionSql => TableSql + IndexSql;

    /// <summary>Creates the table, or adds the columns that the declaration has gained.</summary>
    internal void Ensure(DbConnection connection, DbTransaction transaction)
    {
        connection.Execute(TableSql, transaction: transaction);
        var present = connection.Query<string>($"SELECT name FROM pragma_table_info('{Name}')", transaction: transaction).ToHashSet();
        foreach (var field in Typed().Where(field => !present.Contains(field[1..field.LastIndexOf('"')])))
            connection.Execute($"ALTER TABLE {Name} ADD COLUMN {field}", transaction: transaction);
        connection.Execute(IndexSql, transaction: transaction);
    }

    /// <summary>The record's content as parameters, in the order of the insert behind its first eleven.</summary>
    public void Bind(DbParameterCollection parameters, Row row)
    {
        var next = 11;
        foreach (var column in Ledger.Columns)
        {
            parameters[next++].Value = StoredField.ToStored(row[column]);
            if (StoredField.IsNumber(column.Kind))
                parameters[next++].Value = StoredField.IntervalOf(row[column]);
        }
        parameters[10].Value = row.Extras.Count == 0 ? DBNull.Value : JsonSerializer.Serialize(row.Extras, Json.Readable);
    }

    /// <summary>How many parameters an insert has; the last two are what the sides' words have come to.</summary>
    public int ParameterCount => 11 + fields.Count + 2;

    /// <summary>Reads one version selected by <see cref="SelectSql"/>.</summary>
    public StoredRecord Read(DbDataReader reader, Func<long, UnitRef> unit)
    {
        var row = new Row(Ledger);
        var next = 12;
        foreach (var column in Ledger.Columns)
        {
            var stored = reader.GetValue(next++);
            var interval = StoredField.IsNumber(column.Kind) ? reader.GetValue(next++) : null;
            row[column] = StoredField.FromStored(column.Kind, stored, interval, unit);
        }
        if (!reader.IsDBNull(10))
            row.Extras = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(10))!;
        return new StoredRecord(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), row, reader.GetInt64(5), reader.GetInt32(6), reader.GetInt64(7),
            reader.IsDBNull(11) ? null : reader.GetInt64(11), reader.GetInt32(8), reader.GetInt64(9))
        {
            GiverState = reader.GetInt32(next++),
            ReceiverState = reader.GetInt32(next),
        };
    }

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private IEnumerable<string> Typed()
    {
        foreach (var column in Ledger.Columns)
        {
            yield return FieldOf(column) + " " + StoredField.TypeOf(column.Kind);
            if (StoredField.IntervalNameOf(column) is { } interval)
                yield return Quoted(interval) + " TEXT";
        }
    }
}

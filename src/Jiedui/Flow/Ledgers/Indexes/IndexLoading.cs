using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Reads a ledger's index from the database, and what of it has changed since. Within one reading transaction.</summary>
internal sealed class IndexLoading(DbConnection connection, DbTransaction transaction, LedgerType ledger, long partnership, UnitRegistry units)
{
    /// <summary>As many changes are taken over one by one; or an eighth of the records, if that is more. Beyond, all are read anew.</summary>
    private const int FewChanges = 5000;

    private const int AtOnce = 500;

    private readonly string table = new LedgerTable(ledger).Name;

    public LedgerIndex Load(Seen seen, IReadOnlyCollection<IndexedField> fields)
    {
        var (records, columns) = Read(fields);
        return new LedgerIndex(seen, records, columns);
    }

    /// <summary>The same with more fields; the database is as the index knows it.</summary>
    public LedgerIndex More(LedgerIndex index, IReadOnlyCollection<IndexedField> fields) => index.With(Read([.. fields.Where(field => !index.Columns.ContainsKey(field)).Distinct()]).Columns);

    /// <summary>The index as it is now; null where so much has changed that it is better read anew.</summary>
    public LedgerIndex? After(LedgerIndex index, Seen now)
    {
        var most = Math.Max(FewChanges, index.Records.Length / 8);
        var changed = Changed(index.Seen, most);
        var fields = index.Columns.Keys.ToList();
        var fresh = Rows(fields, "t.record > @last", new { partnership, last = index.Records.LastOrDefault(), most = most + 1 });
        if (changed.Count > most || fresh.Count > most)
            return null;
        if (changed.Count == 0 && fresh.Count == 0)
            return index.At(now);
        foreach (var some in changed.Where(record => record <= index.Records.LastOrDefault()).Chunk(AtOnce))
            fresh.AddRange(Rows(fields, $"t.record IN {Numbers.Sql(some)}", new { partnership, most = AtOnce }));
        fresh.Sort((left, right) => left.Record.CompareTo(right.Record));
        return Merged(index, now, fields, changed, fresh);
    }

    private static LedgerIndex Merged(LedgerIndex index, Seen now, List<IndexedField> fields, HashSet<long> changed, List<(long Record, object?[] Values)> fresh)
    {
        var records = new List<long>(index.Records.Length + fresh.Count);
        var from = new List<int>(records.Capacity);
        var next = 0;
        for (var place = 0; place <= index.Records.Length; place++)
        {
            for (; next < fresh.Count && (place == index.Records.Length || fresh[next].Record <= index.Records[place]); next++)
            {
                records.Add(fresh[next].Record);
                from.Add(~next);
            }
            if (place < index.Records.Length && !changed.Contains(index.Records[place]))
            {
                records.Add(index.Records[place]);
                from.Add(place);
            }
        }
        int[] origin = [.. from];
        return new LedgerIndex(
            now, [.. records], fields.Select((field, at) => KeyValuePair.Create(field, index.Columns[field].After(origin, [.. fresh.Select(row => row.Values[at])]))).ToDictionary());
    }

    /// <summary>
    /// The records of which something was corrected, withdrawn, erased or said since: each is found by an index that holds only such. Of each kind one more than
    /// the most at most, which is enough to know that they are too many; however often a record was changed, it counts once.
    /// </summary>
    private HashSet<long> Changed(Seen seen, int most) =>
    [
        .. connection.Query<long>(
            $"""
            {OnceEach($"{table} t WHERE t.partnership = @partnership AND t.version > 1 AND t.batch >= @Batch AND (t.batch > @Batch OR t.sheet > @Sheet)", "corrected")}
            UNION ALL {OnceEach($"{table} t WHERE t.partnership = @partnership AND t.superseded > @Batch", "superseded")}
            UNION ALL {OnceEach($"{table} t WHERE t.partnership = @partnership AND t.erased > @Batch", "erased")}
            UNION ALL {OnceEach("word t WHERE t.partnership = @partnership AND t.batch > @Batch AND t.ledger = (SELECT id FROM code WHERE code = @Code)", "told")}
            """,
            new { partnership, seen.Batch, seen.Sheet, ledger.Code, most = most + 1 }, transaction, buffered: false),
    ];

    private static string OnceEach(string from, string name) => $"SELECT record FROM (SELECT DISTINCT t.record FROM {from} LIMIT @most) {name}";

    private List<(long Record, object?[] Values)> Rows(List<IndexedField> fields, string which, object parameters)
    {
        var rows = new List<(long, object?[])>();
        using var reader = (DbDataReader)connection.ExecuteReader($"{SelectSql(fields)} AND {which} ORDER BY t.record LIMIT @most", parameters, transaction);
        while (reader.Read())
            rows.Add((reader.GetInt64(0), [.. fields.Select((field, at) => field.ValueOf(reader.GetValue(at + 1), units))]));
        return rows;
    }

    private (long[] Records, Dictionary<IndexedField, IndexedColumn> Columns) Read(IReadOnlyCollection<IndexedField> fields)
    {
        var records = new List<long>();
        var columns = fields.Distinct().Select(field => (Field: field, Loading: field.Loading(units))).ToList();
        using var rows = ValueRows.Of(connection, $"{SelectSql([.. columns.Select(column => column.Field)])} ORDER BY t.record", (nameof(partnership), partnership));
        while (rows.Next())
        {
            records.Add(rows[0]);
            for (var at = 0; at < columns.Count; at++)
                columns[at].Loading.Take(rows, at + 1);
        }
        return ([.. records], columns.ToDictionary(column => column.Field, column => column.Loading.Done()));
    }

    private string SelectSql(List<IndexedField> fields) =>
        $"SELECT t.record, {string.Join(", ", fields.Select(field => field.Sql))} FROM {table} t WHERE t.partnership = @partnership AND t.superseded IS NULL";
}

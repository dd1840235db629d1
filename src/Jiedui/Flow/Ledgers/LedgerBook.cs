using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>Reads the records of a ledger: pages of current ones, all of them in a stream, and the versions of one.</summary>
/// <param name="connection">The books.</param>
/// <param name="vault">Opens what is sealed.</param>
/// <param name="indexes">What is held of the ledgers that are looked at; without it, nothing is held longer than this.</param>
public sealed class LedgerBook(DbConnection connection, Vault vault, LedgerIndexes? indexes = null)
{
    private const int AtOnce = 500;

    private readonly LedgerIndexes indexes = indexes ?? new LedgerIndexes();
    private readonly Dictionary<long, UnitRegistry> units = [];
    private readonly Dictionary<long, (string File, string Sheet, IReadOnlyDictionary<string, string> Letters)> sheets = [];
    private readonly Dictionary<long, DateTimeOffset> moments = [];

    public UnitRegistry UnitsOf(long partnership) =>
        units.TryGetValue(partnership, out var known) ? known : units[partnership] = indexes.UnitsOf(connection, partnership);

    /// <summary>One page of current records.</summary>
    public RecordPage Find(LedgerType ledger, RecordQuery query)
    {
        var (records, total) = indexes.Page(connection, ledger, query, vault.Prints);
        return new RecordPage(Numbered(ledger, query.Reach, records), total);
    }

    /// <summary>The numbers of all current records of these ledgers that name the query's person.</summary>
    public IReadOnlyList<(LedgerType Ledger, long Record)> FindPerson(IEnumerable<LedgerType> ledgers, RecordQuery query) =>
    [
        .. query.FindsPersonal ? ledgers.Where(ledger => ledger.Columns.Any(column => column.IsPersonal)).SelectMany(ledger =>
            indexes.Page(connection, ledger, query with { Offset = 0, Limit = int.MaxValue }, vault.Prints).Records.Order().Select(record => (ledger, record))) : [],
    ];

    /// <summary>All records that a query means, in its order, in a stream.</summary>
    public IEnumerable<Record> All(LedgerType ledger, RecordQuery query) =>
        indexes.Page(connection, ledger, query with { Offset = 0, Limit = int.MaxValue }, vault.Prints).Records.Chunk(AtOnce)
            .SelectMany(some => Numbered(ledger, query.Reach, some));

    /// <summary>Until it is disposed of, all that is read is of one moment, however long it takes; nobody waits for it. Queries are asked before it begins.</summary>
    public IDisposable AtOneMoment() => Database.BeginReading(connection);

    /// <summary>All current records, in the order of their days, in a stream.</summary>
    public IEnumerable<Record> All(LedgerType ledger, Reach reach) => Current(ledger, reach, "t.day, t.record");

    /// <summary>The distinct values of a column, in the order of the records' days.</summary>
    /// <exception cref="ArgumentException">The column is personal.</exception>
    public IEnumerable<object?> ValuesOf(LedgerType ledger, Column column, ColumnQuery query) => column.IsPersonal
        ? throw new ArgumentException($"{ledger.Code} keeps {column.Name} sealed.", nameof(column))
        : query.ValuesOf(ledger, column, connection, UnitsOf(query.Reach.Partnership));

    /// <summary>
    /// The headers of the columns that no ledger knows, over all current records, in the order in which <see cref="All(LedgerType, Reach)"/> comes to them. Nothing
    /// else of the records is read.
    /// </summary>
    public IReadOnlyList<string> ExtraHeaders(LedgerType ledger, Reach reach)
    {
        var table = new LedgerTable(ledger);
        var first = new Dictionary<string, (int Day, long Record, int Place)>();
        var records = connection.Stream(
            $"{table.SelectBoxesSql} AND t.partnership = @Partnership AND t.superseded IS NULL{Within(reach)}", new { reach.Partnership }, reader => table.HeadersOfExtras(reader, vault));
        foreach (var (day, record, headers) in records)
        {
            for (var place = 0; place < headers.Count; place++)
            {
                var here = (day, record, place);
                if (!first.TryGetValue(headers[place], out var before) || here.CompareTo(before) < 0)
                    first[headers[place]] = here;
            }
        }
        return [.. first.OrderBy(header => header.Value).Select(header => header.Key)];
    }

    /// <summary>All current records, in the order of their numbers, in a stream.</summary>
    public IEnumerable<Record> AllByNumber(LedgerType ledger, Reach reach) => Current(ledger, reach, "t.record");

    /// <summary>What stood at a moment: all records as they were known then, with what the sides had said till then.</summary>
    public IEnumerable<Record> AllAsOf(LedgerType ledger, Reach reach, DateTimeOffset moment)
    {
        var table = new LedgerTable(ledger);
        return Read(
            table,
            $"""
            {table.SelectWith(Then(Side.Giver), Then(Side.Receiver))} WHERE t.partnership = @Partnership AND t.batch <= @last AND (t.superseded IS NULL OR t.superseded > @last){Within(reach)}
            ORDER BY t.day, t.record
            """,
            new DynamicParameters(new { reach.Partnership, last = Batches.LastAt(connection, moment), ledger.Code }), reach.Partnership);

        static string Then(Side side) => Voice.LastSql(side, "(SELECT id FROM code WHERE code = @Code)", "@last");
    }

    /// <summary>
    /// The versions of a record, the newest first; none where there is no such record within reach. The newest decides whose it is; an earlier one that named
    /// somebody else's units is theirs still.
    /// </summary>
    public IReadOnlyList<Record> Versions(LedgerType ledger, Reach reach, long record)
    {
        var table = new LedgerTable(ledger);
        var versions = Read(
            table, $"{table.SelectSql} WHERE t.partnership = @Partnership AND t.record = @record ORDER BY t.version DESC",
            new DynamicParameters(new { reach.Partnership, record }), reach.Partnership).ToList();
        var units = UnitsOf(reach.Partnership);
        return versions.Count > 0 && reach.Covers(versions[0].Row, units) ? versions.FindAll(version => reach.Covers(version.Row, units)) : [];
    }

    public long Count(LedgerType ledger, Reach reach) => connection.ExecuteScalar<long>(
        $"SELECT count(*) FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @Partnership AND t.superseded IS NULL{Within(reach)}", new { reach.Partnership });

    /// <summary>Whether a ledger has fewer current records than so many; no more of them are counted.</summary>
    public bool HasFewerThan(int most, LedgerType ledger, Reach reach) => connection.ExecuteScalar<long>(
        $"SELECT count(*) FROM (SELECT 1 FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @Partnership AND t.superseded IS NULL{Within(reach)} LIMIT @most) counted",
        new { reach.Partnership, most }) < most;

    /// <summary>Finds units by name as far as the reach tells of them.</summary>
    public UnitFinder FinderOf(Reach reach) => UnitFinder.Within(reach, UnitsOf(reach.Partnership), connection);

    /// <summary>Those of the records that still lie within reach: what they are numbered by may be older than what is read of them. Others are missing, as those that were withdrawn are.</summary>
    private List<Record> Numbered(LedgerType ledger, Reach reach, IReadOnlyList<long> records)
    {
        if (records.Count == 0)
            return [];
        var table = new LedgerTable(ledger);
        var units = UnitsOf(reach.Partnership);
        var found = Read(
            table, $"{table.SelectSql} WHERE t.partnership = @Partnership AND t.record IN {Numbers.Sql(records)} AND t.superseded IS NULL",
            new DynamicParameters(new { reach.Partnership }), reach.Partnership)
            .Where(record => reach.Covers(record.Row, units)).ToDictionary(record => record.Id);
        return [.. records.Where(found.ContainsKey).Select(record => found[record])];
    }

    private IEnumerable<Record> Current(LedgerType ledger, Reach reach, string order)
    {
        var table = new LedgerTable(ledger);
        return Read(
            table, $"{table.SelectSql} WHERE t.partnership = @Partnership AND t.superseded IS NULL{Within(reach)} ORDER BY {order}",
            new DynamicParameters(new { reach.Partnership }), reach.Partnership);
    }

    private string Within(Reach reach) => " AND " + reach.Condition("t.parties", UnitsOf(reach.Partnership));

    private IEnumerable<Record> Read(LedgerTable table, string sql, DynamicParameters parameters, long partnership)
    {
        var registry = UnitsOf(partnership);
        return connection.Stream(sql, parameters, reader => table.Read(reader, registry.RefOf, vault)).Select(stored => new Record(
            stored.Record, stored.Version, stored.Row, SourceOf(stored), stored.Superseded is { } batch ? SupersessionBy(batch) : null)
        {
            Giver = (Standing)stored.GiverState,
            Receiver = (Standing)stored.ReceiverState,
            IsErased = stored.Erased is not null,
        });
    }

    private Source SourceOf(StoredRecord stored)
    {
        if (!sheets.TryGetValue(stored.Sheet, out var sheet))
        {
            var (file, name, letters) = connection.QuerySingleOrDefault<(string?, string?, string?)>(
                "SELECT f.name, s.name, s.letters FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE s.id = @Sheet", new { stored.Sheet });
            sheets[stored.Sheet] = sheet = (file ?? "", name ?? "", letters is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(letters)!);
        }
        return new Source(sheet.File, sheet.Sheet, stored.RowNumber, sheet.Letters, stored.Batch, MomentOf(stored.Batch));
    }

    private Supersession SupersessionBy(long batch) =>
        new(MomentOf(batch), connection.QuerySingle<string?>("SELECT note FROM batch WHERE id = @batch", new { batch }));

    private DateTimeOffset MomentOf(long batch)
    {
        if (!moments.TryGetValue(batch, out var at))
            moments[batch] = at = Batches.Moment(connection.QuerySingle<string>("SELECT at FROM batch WHERE id = @batch", new { batch }));
        return at;
    }
}

using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Confirming;

/// <summary>One verdict of one speaker on some records of a ledger, as SQL over its table as <c>t</c>: in one statement, however many they are.</summary>
internal sealed class WordStatement
{
    /// <summary>Records that are counted anew at a time.</summary>
    private const int CountedAtOnce = 10_000;

    private readonly LedgerTable table;
    private readonly Standing target;
    private readonly DynamicParameters parameters;
    private readonly string inReach;
    private string meant;

    public WordStatement(LedgerTable table, RecordQuery query, Speaker speaker, Verdict verdict, Standing target, UnitRegistry units, KeyedHash prints, Seen? seen = null)
    {
        this.table = table;
        this.target = target;
        (Speaker, Verdict, Partnership) = (speaker, verdict, query.Reach.Partnership);
        var condition = new RecordCondition(table.Ledger, query, units, prints);
        (meant, parameters) = (condition.Sql, condition.Parameters);
        inReach = new Reach(Partnership, speaker.Within).Condition("t.parties", units);
        parameters.AddDynamicParams(new
        {
            code = table.Ledger.Code,
            side = speaker.Side.ToString(),
            target = (int)target,
            state = (int)State,
            level = (int)speaker.Level,
            seenBatch = seen?.Batch ?? long.MaxValue,
            seenSheet = seen?.Sheet ?? long.MaxValue,
        });
    }

    public LedgerType Ledger => table.Ledger;

    public Speaker Speaker { get; }

    public Verdict Verdict { get; }

    public long Partnership { get; }

    /// <summary>What the side says by it.</summary>
    public Standing State => Verdict is Verdict.Dispute or Verdict.Return ? Standing.Disputed : target;

    /// <summary>The records that it is said to when it is said to many.</summary>
    public string Fitting => $"{meant} AND {inReach} AND {Unchanged} AND NOT {Disputed} AND {FitsSql}";

    private string Own => OwnOf(Speaker.Side);

    private string Disputed => $"({Own} < 0 OR {OwnOf(Voice.Other(Speaker.Side))} < 0)";

    private static string Unchanged => "(t.batch <= @seenBatch AND t.sheet <= @seenSheet)";

    private string FitsSql => Verdict switch
    {
        Verdict.Confirm => $"{Own} < @target",
        Verdict.Review => $"{Own} >= 1 AND {Own} < @target",
        Verdict.Dispute => $"{Own} >= 0 AND {Own} <= @target",
        Verdict.Return => $"{Own} IN (1, 2) AND {Own} <= @target",
    };

    public static bool Fits(Verdict verdict, Standing own, Standing target) => verdict switch
    {
        Verdict.Confirm => own < target,
        Verdict.Review => own >= Standing.AwaitsUnit && own < target,
        Verdict.Dispute => own >= Standing.Silent && own <= target,
        Verdict.Return => own is Standing.AwaitsUnit or Standing.AwaitsOffice && own <= target,
    };

    public bool Fits(Standing own) => Fits(Verdict, own, target);

    /// <summary>Narrows it to the records of these numbers.</summary>
    public string Only(IReadOnlyList<long> records) => meant += $" AND t.record IN {Numbers.Sql(records)}";

    /// <summary>The current version of a record within the speaker's reach, what the side says to it, and who in the side said so; null where there is none.</summary>
    public (int Version, Standing Own, int Level)? Find(DbConnection connection, DbTransaction transaction, long record)
    {
        parameters.Add("record", record);
        var found = connection.QuerySingleOrDefault<(long Version, long Own, long? Level)?>(
            $"""
            SELECT t.version, {Own}, (SELECT w.level FROM word w WHERE w.partnership = t.partnership AND w.ledger = (SELECT id FROM code WHERE code = @code)
                AND w.record = t.record AND w.version = t.version AND w.side = @side ORDER BY w.batch DESC LIMIT 1)
            FROM {table.Name} t WHERE {meant} AND t.record = @record AND {inReach}
            """,
            parameters, transaction);
        return found is { } one ? ((int)one.Version, (Standing)one.Own, (int)(one.Level ?? 0)) : null;
    }

    public Heard Count(DbConnection connection, DbTransaction? transaction)
    {
        var (all, within, same, disputed, fitting) = connection.QuerySingle<(long, long, long, long, long)>(
            $"""
            SELECT count(*), {Those("within")}, {Those("within AND same")}, {Those("within AND same AND disputed")}, {Those("within AND same AND NOT disputed AND fits")}
            FROM (SELECT {inReach} AS within, {Unchanged} AS same, {Disputed} AS disputed, {FitsSql} AS fits FROM {table.Name} t WHERE {meant}) asked
            """,
            parameters, transaction);
        return new Heard(fitting, same - disputed - fitting, disputed, within - same, all - within);
    }

    /// <summary>Writes the word to each of the records, and what it comes to beside them and beside what they posted.</summary>
    public void Insert(DbConnection connection, DbTransaction transaction, long batch, string condition)
    {
        parameters.Add("batch", batch);
        connection.Execute(
            $"""
            INSERT INTO word (partnership, ledger, record, version, side, batch, state, level)
            SELECT t.partnership, (SELECT id FROM code WHERE code = @code), t.record, t.version, @side, @batch, @state, @level FROM {table.Name} t WHERE {condition}
            """,
            parameters, transaction);
        CountConfirmed(connection, transaction);
        connection.Execute(
            $"""
            UPDATE {table.Name} SET {FieldOf(Speaker.Side)} = @state
            WHERE partnership = @partnership AND (record, version) IN (SELECT w.record, w.version FROM word w WHERE w.partnership = @partnership AND w.batch = @batch)
            """,
            parameters, transaction);
    }

    /// <summary>What the other side has confirmed is confirmed by both with this word, or with this word ceases to be.</summary>
    private void CountConfirmed(DbConnection connection, DbTransaction transaction)
    {
        var (isIn, confirmed) = (State is Standing.Confirmed, (int)Standing.Confirmed);
        using var sums = new ConfirmedPostings(connection, transaction, Ledger, Partnership);
        for (var after = 0L; ;)
        {
            parameters.Add("after", after);
            var turned = connection.Query<(long Record, long Version)>(
                $"""
                SELECT t.record, t.version FROM word w JOIN {table.Name} t ON t.partnership = w.partnership AND t.record = w.record AND t.version = w.version
                WHERE w.partnership = @partnership AND w.batch = @batch AND w.record > @after
                    AND {OwnOf(Voice.Other(Speaker.Side))} = {confirmed} AND {Own} {(isIn ? "<>" : "=")} {confirmed} ORDER BY w.record LIMIT {CountedAtOnce}
                """,
                parameters, transaction).AsList();
            if (turned.Count == 0)
                break;
            sums.Count(turned, isIn);
            after = turned[^1].Record;
        }
        sums.Finish();
    }

    /// <summary>How many there are of which something holds.</summary>
    private static string Those(string condition) => $"coalesce(CAST(sum(CASE WHEN {condition} THEN 1 ELSE 0 END) AS BIGINT), 0)";

    private static string FieldOf(Side side) => side switch { Side.Giver => "giver_state", Side.Receiver => "receiver_state" };

    private static string OwnOf(Side side) => "t." + FieldOf(side);
}

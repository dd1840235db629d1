using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Confirming;

/// <summary>An open dispute: of which record, by whom, since when, and why.</summary>
public sealed record Dispute(LedgerType Ledger, long Record, int Version, Side Side, string Actor, DateTimeOffset At, string Reason)
{
    /// <summary>All open disputes of a partnership, the oldest first. One is open until its side takes it back, or the record is corrected or withdrawn.</summary>
    /// <param name="connection">The books.</param>
    /// <param name="ledgers">The declared ledgers.</param>
    /// <param name="partnership">Whose.</param>
    /// <param name="within">Only records that name this unit or one below it; null for all.</param>
    public static IReadOnlyList<Dispute> Open(DbConnection connection, IReadOnlyList<LedgerType> ledgers, long partnership, long? within = null)
    {
        var disputed = connection.Query<string>(
            "SELECT c.code FROM code c WHERE EXISTS (SELECT 1 FROM word w WHERE w.partnership = @partnership AND w.ledger = c.id AND w.state = -1)", new { partnership }).ToHashSet();
        var concerned = new Reach(partnership, within).Condition("t.parties", UnitRegistry.Load(connection, partnership));
        return [.. ledgers.Where(ledger => disputed.Contains(ledger.Code)).SelectMany(ledger => Of(connection, ledger, partnership, concerned)).OrderBy(dispute => dispute.At)];
    }

    private static IEnumerable<Dispute> Of(DbConnection connection, LedgerType ledger, long partnership, string concerned) =>
        connection.Query<(long Record, long Version, string Side, string Actor, string At, string? Reason)>(
            $"""
            SELECT w.record, w.version, w.side, b.actor, b.at, b.note FROM word w JOIN batch b ON b.id = w.batch
                JOIN {new LedgerTable(ledger).Name} t ON t.partnership = w.partnership AND t.record = w.record AND t.version = w.version AND t.superseded IS NULL
            WHERE w.partnership = @partnership AND w.ledger = (SELECT id FROM code WHERE code = @Code) AND w.state = -1 AND {concerned}
                AND w.batch = (SELECT max(x.batch) FROM word x WHERE x.partnership = w.partnership AND x.ledger = w.ledger AND x.record = w.record
                    AND x.version = w.version AND x.side = w.side)
            """,
            new { partnership, ledger.Code })
            .Select(row => new Dispute(ledger, row.Record, (int)row.Version, Enum.Parse<Side>(row.Side), row.Actor, Batches.Moment(row.At), row.Reason ?? ""));
}

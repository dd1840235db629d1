using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Confirming;

/// <summary>One word on a record: who said what for which side, when, to which version, and why.</summary>
public sealed record SaidWord(int Version, Side Side, Standing Standing, Level Level, string Kind, string Actor, DateTimeOffset At, string Reason)
{
    /// <summary>All words on a record, the last first. The plus keeps the database from walking through everybody's words in the order asked for.</summary>
    public static IReadOnlyList<SaidWord> On(DbConnection connection, LedgerType ledger, long partnership, long record) =>
    [
        .. connection.Query<(long Version, string Side, long State, long Level, string Kind, string Actor, string At, string? Reason)>(
            """
            SELECT w.version, w.side, w.state, w.level, b.kind, b.actor, b.at, b.note FROM word w JOIN batch b ON b.id = w.batch
            WHERE w.partnership = @partnership AND w.ledger = (SELECT id FROM code WHERE code = @Code) AND w.record = @record ORDER BY +w.batch DESC
            """,
            new { partnership, ledger.Code, record })
            .Select(word => new SaidWord(
                (int)word.Version, Enum.Parse<Side>(word.Side), (Standing)word.State, (Level)word.Level, word.Kind, word.Actor, Batches.Moment(word.At), word.Reason ?? "")),
    ];
}

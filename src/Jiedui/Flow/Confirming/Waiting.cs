using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Storage;

namespace Jiedui.Flow.Confirming;

/// <summary>How many records of a ledger wait for a side's word, for its review, or for the end of a dispute.</summary>
public sealed record Waiting(LedgerType Ledger, long Unconfirmed, long InReview, long Disputed)
{
    /// <summary>The ledgers in which anything waits, for a side or, without one, for either.</summary>
    public static IReadOnlyList<Waiting> For(DbConnection connection, IReadOnlyList<LedgerType> ledgers, long partnership, Side? side, long? within)
    {
        var states = side switch { Side.Giver => "t.giver_state", Side.Receiver => "t.receiver_state", null => "" };
        var (silent, review) = side is null
            ? ("(t.giver_state = 0 OR t.receiver_state = 0)", "(t.giver_state IN (1, 2) OR t.receiver_state IN (1, 2))")
            : ($"{states} = 0", $"{states} IN (1, 2)");
        var concerned = new Reach(partnership, within).Condition("t.parties", UnitRegistry.Load(connection, partnership));
        var counts = string.Join(" UNION ALL ", ledgers.Select((ledger, at) =>
            $"""
            SELECT {at.ToString(CultureInfo.InvariantCulture)}, coalesce(CAST(sum(CASE WHEN {silent} THEN 1 ELSE 0 END) AS BIGINT), 0), coalesce(CAST(sum(CASE WHEN {review} THEN 1 ELSE 0 END) AS BIGINT), 0),
                coalesce(CAST(sum(CASE WHEN t.giver_state < 0 OR t.receiver_state < 0 THEN 1 ELSE 0 END) AS BIGINT), 0)
            FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @partnership AND t.superseded IS NULL AND {concerned}
            """));
        return
        [
            .. connection.Query<(long At, long Unconfirmed, long InReview, long Disputed)>(counts, new { partnership })
                .Select(row => new Waiting(ledgers[(int)row.At], row.Unconfirmed, row.InReview, row.Disputed))
                .Where(waiting => waiting.Unconfirmed + waiting.InReview + waiting.Disputed > 0),
        ];
    }
}

using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Measures;
using Jiedui.Sealing;

namespace Jiedui.Flow.Confirming;

/// <summary>How many records of a ledger wait for a side's word, for its review, or for the end of a dispute.</summary>
public sealed record Waiting(LedgerType Ledger, long Unconfirmed, long InReview, long Disputed)
{
    /// <summary>The ledgers in which anything waits, for a side or, without one, for either.</summary>
    public static IReadOnlyList<Waiting> For(DbConnection connection, LedgerIndexes indexes, KeyedHash prints, IReadOnlyList<LedgerType> ledgers, long partnership, Side? side, long? within)
    {
        var reach = new Reach(partnership, within);
        return
        [
            .. ledgers.Select(ledger => Of(ledger, indexes.Standings(connection, ledger, new RecordQuery(reach), prints, reach), side))
                .Where(waiting => waiting.Unconfirmed + waiting.InReview + waiting.Disputed > 0),
        ];
    }

    private static Waiting Of(LedgerType ledger, IReadOnlyList<(Standing Giver, Standing Receiver, long Records)> standings, Side? side)
    {
        long Count(Func<Standing, bool> isSo) => standings
            .Where(one => side != Side.Receiver && isSo(one.Giver) || side != Side.Giver && isSo(one.Receiver)).Sum(one => one.Records);
        return new Waiting(
            ledger, Count(said => said is Standing.Silent), Count(said => said is Standing.AwaitsUnit or Standing.AwaitsOffice),
            standings.Where(one => one.Giver is Standing.Disputed || one.Receiver is Standing.Disputed).Sum(one => one.Records));
    }
}

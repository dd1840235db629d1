namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>What the two sides say to a record as one number, in the order in which records are sorted by it: disputed first, confirmed by both last.</summary>
internal static class StandingCode
{
    public const string Sql =
        """
        (CASE WHEN t.giver_state < 0 OR t.receiver_state < 0 THEN 0 ELSE t.giver_state + t.receiver_state + 1 END) * 100 + (t.giver_state + 1) * 10 + t.receiver_state + 1
        """;

    public static (Standing Giver, Standing Receiver) Read(long code) => ((Standing)(int)(code % 100 / 10 - 1), (Standing)(int)(code % 10 - 1));

    public static bool Is(StandingFilter filter, long code)
    {
        var (giver, receiver) = Read(code);
        return filter switch
        {
            StandingFilter.AwaitsGiver => giver is Standing.Silent,
            StandingFilter.AwaitsReceiver => receiver is Standing.Silent,
            StandingFilter.InReviewAtGiver => giver is Standing.AwaitsUnit or Standing.AwaitsOffice,
            StandingFilter.InReviewAtReceiver => receiver is Standing.AwaitsUnit or Standing.AwaitsOffice,
            StandingFilter.Disputed => giver is Standing.Disputed || receiver is Standing.Disputed,
            StandingFilter.ConfirmedByBoth => giver is Standing.Confirmed && receiver is Standing.Confirmed,
        };
    }
}

using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// The sums by measure, month and parties, and the members of distinct measures and floors with how often each is posted. Changes are gathered in memory and
/// merged, sorted, in the import's transaction.
/// </summary>
internal sealed class Aggregates(DbConnection connection, DbTransaction transaction, long partnership)
{
    private const int FlushAt = 200_000;

    private readonly Dictionary<(long Measure, int Month, long Parties), Sums> totals = [];
    private readonly Dictionary<(long Measure, int Month, long Parties, long Member), long> tallies = [];

    public void Add(in Posting posting, Nature nature)
    {
        var month = DayNumber.MonthOf(posting.Day);
        var key = (posting.Measure, month, posting.Parties);
        totals[key] = totals.GetValueOrDefault(key).Plus(posting);
        if (posting.MemberOf(nature) is { } member)
        {
            var place = (posting.Measure, month, posting.Parties, member);
            tallies[place] = tallies.GetValueOrDefault(place) + posting.Sign;
        }
        if (tallies.Count >= FlushAt)
            Flush();
    }

    /// <summary>Writes what was gathered.</summary>
    public void Flush()
    {
        using var total = connection.Prepared(
            transaction,
            """
            INSERT INTO total (partnership, measure, month, parties, low, high, open_low, open_high, postings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (partnership, measure, month, parties) DO UPDATE SET low = low + excluded.low, high = high + excluded.high,
                open_low = open_low + excluded.open_low, open_high = open_high + excluded.open_high, postings = postings + excluded.postings
            """,
            9);
        foreach (var ((measure, month, parties), sums) in totals.OrderBy(pair => pair.Key))
            Run(total, partnership, measure, month, parties, sums.Low, sums.High, sums.OpenLow, sums.OpenHigh, sums.Postings);

        using var tally = connection.Prepared(
            transaction,
            """
            INSERT INTO tally (partnership, measure, month, parties, member, postings) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (partnership, measure, month, parties, member) DO UPDATE SET postings = postings + excluded.postings
            """,
            6);
        foreach (var ((measure, month, parties, member), postings) in tallies.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key))
            Run(tally, partnership, measure, month, parties, member, postings);
        totals.Clear();
        tallies.Clear();
    }

    private static void Run(DbCommand command, params ReadOnlySpan<long> values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }
}

/// <summary>What the postings of one measure, month and parties add up to; an open end is counted instead of added.</summary>
internal readonly record struct Sums(long Low, long High, long OpenLow, long OpenHigh, long Postings)
{
    public Sums Plus(in Posting posting) => new(
        Low + (posting.Low ?? 0), High + (posting.High ?? 0), OpenLow + (posting.Low is null ? posting.Sign : 0),
        OpenHigh + (posting.High is null ? posting.Sign : 0), Postings + posting.Sign);
}

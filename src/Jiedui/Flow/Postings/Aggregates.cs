using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// The sums by measure, month and parties, and the members of distinct measures and floors with how often each is posted. Changes are gathered in memory and
/// merged, sorted, in the import's transaction.
/// </summary>
internal sealed class Aggregates(DbConnection connection, long partnership)
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
        using (var total = BulkInsert.Into(
            connection, "total", ["partnership", "measure", "month", "parties", "low", "high", "open_low", "open_high", "postings"],
            """
            ON CONFLICT (partnership, measure, month, parties) DO UPDATE SET low = total.low + excluded.low, high = total.high + excluded.high,
                open_low = total.open_low + excluded.open_low, open_high = total.open_high + excluded.open_high, postings = total.postings + excluded.postings
            """))
        {
            foreach (var ((measure, month, parties), sums) in InOrder(totals))
                total.Add(partnership).Add(measure).Add(month).Add(parties).Add(sums.Low).Add(sums.High).Add(sums.OpenLow).Add(sums.OpenHigh).Add(sums.Postings).End();
        }
        using (var tally = BulkInsert.Into(
            connection, "tally", ["partnership", "measure", "month", "parties", "member", "postings"],
            "ON CONFLICT (partnership, measure, month, parties, member) DO UPDATE SET postings = tally.postings + excluded.postings"))
        {
            foreach (var ((measure, month, parties, member), postings) in InOrder(tallies).Where(pair => pair.Value != 0))
                tally.Add(partnership).Add(measure).Add(month).Add(parties).Add(member).Add(postings).End();
        }
        totals.Clear();
        tallies.Clear();
    }

    private static KeyValuePair<TKey, TValue>[] InOrder<TKey, TValue>(Dictionary<TKey, TValue> gathered)
        where TKey : struct, IComparable<TKey>
    {
        var pairs = gathered.ToArray();
        Array.Sort(pairs, (left, right) => left.Key.CompareTo(right.Key));
        return pairs;
    }
}

/// <summary>What the postings of one measure, month and parties add up to; an open end is counted instead of added.</summary>
internal readonly record struct Sums(long Low, long High, long OpenLow, long OpenHigh, long Postings)
{
    public Sums Plus(in Posting posting) => new(
        Low + (posting.Low ?? 0), High + (posting.High ?? 0), OpenLow + (posting.Low is null ? posting.Sign : 0),
        OpenHigh + (posting.High is null ? posting.Sign : 0), Postings + posting.Sign);
}

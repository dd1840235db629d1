using System.Data.Common;
using System.Runtime.InteropServices;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// What figures are answered from, kept beside the postings: sums by measure, month and parties, the same by unit, the members of measures, and how many are
/// present when. What a block of postings changes is gathered in memory, sorted, and merged in the import's transaction.
/// </summary>
/// <param name="flushAt">How many postings with a member are gathered before they are merged.</param>
/// <param name="floors">The measures that keep their least value.</param>
internal sealed class Aggregates(DbConnection connection, DbTransaction transaction, long partnership, IReadOnlySet<long> floors, int flushAt = Aggregates.Gathered)
{
    /// <summary>How many postings with a member are gathered where nobody says otherwise.</summary>
    public const int Gathered = 500_000;

    private readonly Dictionary<(long Measure, int Month, long Parties), Sums> totals = [];
    private readonly List<MemberMonth> members = [];
    private readonly List<Standings.Entry> stocks = [];
    private readonly Scopes scopes = new(connection, transaction, partnership);
    private (long Ledger, long Record, int Version, int Sign) last;

    public void Add(in Posting posting, Nature nature)
    {
        // A version's postings are counted together.
        var version = (posting.Ledger, posting.Record, posting.Version, posting.Sign);
        if (members.Count + stocks.Count >= flushAt && version != last)
            Flush();
        last = version;

        var month = DayNumber.MonthOf(posting.Day);
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, (posting.Measure, month, posting.Parties), out _);
        total = total.Plus(posting);
        if (posting.MemberOf(nature) is { } member)
            members.Add(new MemberMonth(posting.Measure, member, month, posting.Parties, posting.Low ?? 0, posting.Sign));
        if (nature == Nature.Stock)
            stocks.Add(Standings.Entry.Of(posting));
    }

    /// <summary>Writes what was gathered. Call it between two versions.</summary>
    public void Flush()
    {
        Standings.Of(stocks, (measure, month, parties, records) =>
        {
            ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, (measure, month, parties), out _);
            total = total with { Standing = total.Standing + records };
        });
        var changes = CollectionsMarshal.AsSpan(members)[..Combined(members)];
        var unitTotals = new UnitTotals(connection, transaction, partnership, scopes);
        unitTotals.Change(totals, changes, floors);
        WriteTotals();
        var tallies = new Tallies(connection, transaction, partnership, scopes);
        while (!changes.IsEmpty)
        {
            var end = EndOfMeasure(changes);
            tallies.Change(changes[..end], areSubjects: !floors.Contains(changes[0].Measure));
            changes = changes[end..];
        }
        scopes.Store();
        unitTotals.Doubt(tallies.Lowest);
        totals.Clear();
        members.Clear();
        stocks.Clear();
    }

    /// <summary>Writes what is left, and counts everything by unit anew where units were put below others since. Call once, before the commit.</summary>
    public void Finish()
    {
        Flush();
        if (scopes.Renew())
            new ByUnitAnew(connection, transaction, partnership, scopes).Run(floors);
    }

    /// <summary>Sorts changes and puts those of one place together.</summary>
    /// <returns>How many there are then.</returns>
    private static int Combined(List<MemberMonth> changes)
    {
        changes.Sort();
        var span = CollectionsMarshal.AsSpan(changes);
        var kept = 0;
        for (var at = 0; at < span.Length; at++)
        {
            if (kept > 0 && span[kept - 1].IsSamePlace(span[at]))
                span[kept - 1] = span[kept - 1].Plus(span[at]);
            else
                span[kept++] = span[at];
        }
        return kept;
    }

    private static int EndOfMeasure(ReadOnlySpan<MemberMonth> changes)
    {
        var end = 0;
        while (end < changes.Length && changes[end].Measure == changes[0].Measure)
            end++;
        return end;
    }

    private void WriteTotals()
    {
        using var total = BulkInsert.Into(
            connection, "total", ["partnership", "measure", "month", "parties", "low", "high", "open_low", "open_high", "postings", "standing"],
            """
            ON CONFLICT (partnership, measure, month, parties) DO UPDATE SET low = total.low + excluded.low, high = total.high + excluded.high,
                open_low = total.open_low + excluded.open_low, open_high = total.open_high + excluded.open_high, postings = total.postings + excluded.postings,
                standing = total.standing + excluded.standing
            """);
        foreach (var ((measure, month, parties), sums) in totals.OrderBy(total => total.Key))
        {
            total.Add(partnership).Add(measure).Add(month).Add(parties).Add(sums.Low).Add(sums.High).Add(sums.OpenLow).Add(sums.OpenHigh).Add(sums.Postings)
                .Add(sums.Standing).End();
        }
    }
}

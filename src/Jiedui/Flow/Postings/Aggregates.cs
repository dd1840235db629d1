using System.Data.Common;
using System.Runtime.InteropServices;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// What figures are answered from, kept beside the postings: sums by measure, month and parties, the same by unit, the members of measures, and how many are
/// present when. What many postings change is gathered in memory, sorted, and merged in the import's transaction.
/// </summary>
/// <param name="flushAt">How many postings with a member are gathered before they are merged.</param>
/// <param name="floors">The measures that keep their least value.</param>
internal sealed class Aggregates(DbConnection connection, DbTransaction transaction, long partnership, IReadOnlySet<long> floors, int flushAt = Aggregates.Gathered)
{
    /// <summary>How many postings with a member are gathered where nobody says otherwise: some 50 MiB of them. What is gathered to the end comes to a new book in order.</summary>
    public const int Gathered = 2_000_000;

    /// <summary>How many entries of stocks.</summary>
    private const int GatheredStocks = 500_000;

    private readonly Dictionary<(long Measure, int Month, long Parties), Sums> totals = [];
    private readonly Dictionary<long, MemberRuns> members = [];
    private readonly List<Standings.Entry> stocks = [];
    private readonly Scopes scopes = new(connection, transaction, partnership);
    private (long Ledger, long Record, int Version, int Sign) last;
    private int gathered;

    public void Add(in Posting posting, Nature nature)
    {
        // A version's postings are counted together.
        var version = (posting.Ledger, posting.Record, posting.Version, posting.Sign);
        if ((gathered >= flushAt || stocks.Count >= Math.Min(flushAt, GatheredStocks)) && version != last)
            Flush();
        last = version;

        var month = DayNumber.MonthOf(posting.Day);
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, (posting.Measure, month, posting.Parties), out _);
        total = total.Plus(posting);
        if (posting.MemberOf(nature) is { } member)
        {
            RunsOf(posting.Measure).Add(new MemberChange(posting, member, month));
            gathered++;
        }
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
        var unitTotals = new UnitTotals(connection, transaction, partnership, scopes);
        using (var tallies = new Tallies(connection, transaction, partnership, scopes))
        {
            foreach (var (measure, changes) in members.OrderBy(measure => measure.Key))
            {
                if (floors.Contains(measure))
                    tallies.ChangeFloor(changes, unitTotals.Note);
                else
                    tallies.ChangeSubjects(measure, changes);
            }
            unitTotals.Change(totals);
            WriteTotals();
            scopes.Store();
            unitTotals.Doubt(tallies.Lowest);
            tallies.Finish();
        }
        totals.Clear();
        members.Clear();
        gathered = 0;
        stocks.Clear();
    }

    /// <summary>Writes what is left, and counts everything by unit anew where units were put below others since. Call once, before the commit.</summary>
    public void Finish()
    {
        Flush();
        if (scopes.Renew())
            new ByUnitAnew(connection, transaction, partnership, scopes).Run(floors);
    }

    private MemberRuns RunsOf(long measure)
    {
        if (!members.TryGetValue(measure, out var runs))
            members[measure] = runs = new MemberRuns(measure);
        return runs;
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
        total.Flush();
    }
}

using System.Data.Common;
using System.Runtime.InteropServices;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// In which months a measure's members are present, as a count of members by month and by the month in which each was present before. Whoever is present in a
/// span of months has one first month in it, and before that month none that lies in the span: so the members of any span are those of its months that were
/// present before only ahead of it, each counted once, and no member need be looked at.
/// </summary>
internal sealed class Presence(Scopes scopes)
{
    /// <summary>The previous month of the first.</summary>
    public const int Never = 0;

    /// <summary>The month of what has no date: it counts in every span, and whoever has it, in no other month.</summary>
    private const int Undated = 0;

    private readonly Dictionary<(long Unit, int Month, int Previous), long> cells = [];
    private readonly Dictionary<long, int> last = [];

    /// <summary>Members of one month and one set of units: most have no other.</summary>
    private readonly Dictionary<(long Parties, int Month), long> once = [];

    /// <summary>How many members more each cell has; of one measure.</summary>
    public IReadOnlyDictionary<(long Unit, int Month, int Previous), long> Cells
    {
        get
        {
            foreach (var ((parties, month), members) in once)
            {
                foreach (var unit in scopes.Of(parties))
                    Count(unit, month, Never, members);
            }
            once.Clear();
            return cells;
        }
    }

    /// <summary>Counts a member in or out.</summary>
    /// <param name="months">All months of one member, in order; those without postings are passed over.</param>
    /// <param name="change">1 or −1.</param>
    public void Count(ReadOnlySpan<MemberMonth> months, int change)
    {
        if (months is [{ Postings: > 0 } only])
            CollectionsMarshal.GetValueRefOrAddDefault(once, (only.Parties, only.Month), out _) += change;
        else
            CountEach(months, change);
    }

    private void CountEach(ReadOnlySpan<MemberMonth> months, int change) => Each(months, (unit, month, previous) => Count(unit, month, previous, change));

    /// <summary>Tells each unit and month in which a member is present, and in which month it was so before.</summary>
    public void Each(ReadOnlySpan<MemberMonth> months, Action<long, int, int> present)
    {
        last.Clear();
        foreach (ref readonly var one in months)
        {
            if (one.Postings <= 0)
                continue;
            foreach (var unit in scopes.Of(one.Parties))
            {
                ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(last, unit, out var isKnown);
                if (isKnown && (before == Undated || before == one.Month))
                    continue;
                present(unit, one.Month, isKnown ? before : Never);
                before = one.Month;
            }
        }
    }

    /// <summary>Adds what was counted to what is kept of a measure, and begins anew.</summary>
    public void Write(DbConnection connection, long partnership, long measure)
    {
        using (var insert = BulkInsert.Into(
            connection, "presence", ["partnership", "unit", "measure", "month", "previous", "members"],
            "ON CONFLICT (partnership, unit, measure, month, previous) DO UPDATE SET members = presence.members + excluded.members"))
        {
            foreach (var ((unit, month, previous), members) in Cells.Where(cell => cell.Value != 0).OrderBy(cell => cell.Key))
                insert.Add(partnership).Add(unit).Add(measure).Add(month).Add(previous).Add(members).End();
            insert.Flush();
        }
        cells.Clear();
    }

    private void Count(long unit, int month, int previous, long change) => CollectionsMarshal.GetValueRefOrAddDefault(cells, (unit, month, previous), out _) += change;
}

using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>The sums by unit, measure and month, for each unit whose postings they are (see <see cref="Scopes"/>), and in floors the least value.</summary>
internal sealed class UnitTotals(DbConnection connection, DbTransaction transaction, long partnership, Scopes scopes)
{
    private readonly Dictionary<(long Unit, long Measure, int Month), Sums> totals = [];
    private readonly Dictionary<(long Unit, long Measure, int Month), long> lowest = [];
    private readonly HashSet<(long Unit, long Measure, int Month)> doubtful = [];

    /// <summary>Writes what the sums by unit change by, after all values of floors were noted.</summary>
    /// <param name="changes">What the sums by parties change by.</param>
    public void Change(IReadOnlyDictionary<(long Measure, int Month, long Parties), Sums> changes)
    {
        foreach (var ((measure, month, parties), sums) in changes)
        {
            foreach (var unit in scopes.Of(parties))
            {
                ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, (unit, measure, month), out _);
                total = total.Plus(sums);
            }
        }
        Write();
    }

    /// <summary>The least values that may not stand any more. Ask when the members are written.</summary>
    public void Doubt(Func<long, int, long, long?> lowestOf)
    {
        foreach (var (unit, measure, month) in doubtful)
        {
            connection.Execute(
                "UPDATE unit_total SET lowest = @lowest WHERE partnership = @partnership AND unit = @unit AND measure = @measure AND month = @month",
                new { lowest = lowestOf(measure, month, unit), partnership, unit, measure, month }, transaction);
        }
    }

    /// <summary>Notes what a value of a floor changes by.</summary>
    public void Note(MemberMonth value)
    {
        if (value.Postings == 0)
            return;
        foreach (var unit in scopes.Of(value.Parties))
        {
            var place = (unit, value.Measure, value.Month);
            if (value.Postings < 0)
                doubtful.Add(place);
            else if (!lowest.TryGetValue(place, out var known) || value.Member < known)
                lowest[place] = value.Member;
        }
    }

    private void Write()
    {
        using var insert = BulkInsert.Into(
            connection, "unit_total", ["partnership", "unit", "measure", "month", "low", "high", "open_low", "open_high", "postings", "standing", "lowest"],
            """
            ON CONFLICT (partnership, unit, measure, month) DO UPDATE SET low = unit_total.low + excluded.low, high = unit_total.high + excluded.high,
                open_low = unit_total.open_low + excluded.open_low, open_high = unit_total.open_high + excluded.open_high,
                postings = unit_total.postings + excluded.postings, standing = unit_total.standing + excluded.standing,
                lowest = CASE WHEN unit_total.lowest IS NULL OR excluded.lowest < unit_total.lowest THEN excluded.lowest ELSE unit_total.lowest END
            """);
        foreach (var ((unit, measure, month), sums) in totals.OrderBy(total => total.Key))
        {
            insert.Add(partnership).Add(unit).Add(measure).Add(month).Add(sums.Low).Add(sums.High).Add(sums.OpenLow).Add(sums.OpenHigh).Add(sums.Postings)
                .Add(sums.Standing).Add(lowest.TryGetValue((unit, measure, month), out var value) ? value : null).End();
        }
        insert.Flush();
    }
}

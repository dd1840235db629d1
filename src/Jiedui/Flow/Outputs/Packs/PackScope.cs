using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>
/// Which postings a pack's figures rest on: of each measure those of the days asked for, of the units asked for, and none of beyond the asker's reach. The writer
/// selects by it, and the checker demands by it, so that no posting can be left out unseen.
/// </summary>
internal sealed class PackScope
{
    private readonly Dictionary<string, (int From, int To, bool IsForAllUnits)> measures = [];
    private readonly UnitRegistry registry;
    private readonly Reach reach;
    private readonly Reach asked;

    /// <param name="facts">All figures, asked for the same unit by the same asker.</param>
    public PackScope(IEnumerable<(Indicator Indicator, FigureQuery Query)> facts, UnitRegistry registry)
    {
        this.registry = registry;
        foreach (var (indicator, query) in facts)
        {
            foreach (var measure in indicator.Formula.Measures)
            {
                // What was put in counts whenever it was put in, and whatever unit the returns are asked for; see Figures.
                var isBase = indicator.Formula is YieldFormula yield && measure == yield.Denominator;
                var isUpToDate = isBase || measure.Nature == Nature.Stock || indicator.Formula is CoverageFormula;
                Add(measure.Code, isUpToDate ? 0 : DayNumber.Of(query.Period.From), isBase ? DayNumber.Of(DateOnly.MaxValue) : DayNumber.Of(query.Period.To), isBase);
            }
            reach = query.Reach;
            asked = query.UnitReach;
        }
    }

    public IEnumerable<string> Measures => measures.Keys.Order(StringComparer.Ordinal);

    /// <summary>The condition on postings, as <c>p</c>, of one measure.</summary>
    public string Condition(string measure)
    {
        var (from, to, isForAllUnits) = measures[measure];
        // Unit and reach must each be met, by whichever of a row's units: a partner's row that names a unit of the asker's is his, too.
        var ofUnits = $"{reach.Condition("p.parties", registry)}{(isForAllUnits ? "" : " AND " + asked.Condition("p.parties", registry))}";
        return string.Create(CultureInfo.InvariantCulture, $"(p.day BETWEEN {from} AND {to} OR p.day = 0) AND {ofUnits}");
    }

    public bool Holds(string measure, int day, IReadOnlyCollection<long> parties) =>
        measures.TryGetValue(measure, out var span) && (day == 0 || day >= span.From && day <= span.To)
        && reach.Covers(parties, registry) && (span.IsForAllUnits || asked.Covers(parties, registry));

    private void Add(string measure, int from, int to, bool isForAllUnits) => measures[measure] = measures.TryGetValue(measure, out var known)
        ? (Math.Min(known.From, from), Math.Max(known.To, to), known.IsForAllUnits || isForAllUnits)
        : (from, to, isForAllUnits);
}

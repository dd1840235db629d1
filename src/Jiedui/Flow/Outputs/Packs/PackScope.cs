using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>
/// Which postings a pack's figures rest on: of each measure those of the days asked for, of the units asked for. The writer selects by it, and the checker demands
/// by it, so that no posting can be left out unseen.
/// </summary>
internal sealed class PackScope
{
    private readonly Dictionary<string, (int From, int To, bool IsForAllUnits)> measures = [];
    private readonly IReadOnlySet<long>? units;

    /// <param name="facts">All figures, asked for the same unit.</param>
    public PackScope(IEnumerable<(Indicator Indicator, FigureQuery Query)> facts, UnitRegistry registry)
    {
        foreach (var (indicator, query) in facts)
        {
            foreach (var measure in indicator.Formula.Measures)
            {
                // What was put in counts whenever it was put in, and whatever unit the returns are asked for; see Figures.
                var isBase = indicator.Formula is YieldFormula yield && measure == yield.Denominator;
                var isUpToDate = isBase || measure.Nature == Nature.Stock || indicator.Formula is CoverageFormula;
                Add(measure.Code, isUpToDate ? 0 : DayNumber.Of(query.Period.From), isBase ? DayNumber.Of(DateOnly.MaxValue) : DayNumber.Of(query.Period.To), isBase);
            }
            if (query.Unit is { } unit)
                units = Narrowed(registry.WithAllBelow(unit.Id));
            if (query.Within is { } within)
                units = Narrowed(registry.WithAllBelow(within));
        }
    }

    public IEnumerable<string> Measures => measures.Keys.Order(StringComparer.Ordinal);

    /// <summary>The condition on postings, as <c>p</c>, of one measure.</summary>
    public string Condition(string measure)
    {
        var (from, to, isForAllUnits) = measures[measure];
        var ofUnits = isForAllUnits || units is null ? ""
            : $" AND p.parties IN (SELECT parties FROM parties_unit WHERE partnership = p.partnership AND unit IN ({string.Join(", ", units.Select(id => id.ToString(CultureInfo.InvariantCulture)))}))";
        return string.Create(CultureInfo.InvariantCulture, $"(p.day BETWEEN {from} AND {to} OR p.day = 0){ofUnits}");
    }

    public bool Holds(string measure, int day, IEnumerable<long> parties) =>
        measures.TryGetValue(measure, out var span) && (day == 0 || day >= span.From && day <= span.To) && (span.IsForAllUnits || units is null || parties.Any(units.Contains));

    private void Add(string measure, int from, int to, bool isForAllUnits) => measures[measure] = measures.TryGetValue(measure, out var known)
        ? (Math.Min(known.From, from), Math.Max(known.To, to), known.IsForAllUnits || isForAllUnits)
        : (from, to, isForAllUnits);

    // Unit and reach each must be met, by whichever of a row's units: their overlap would ask for more. What meets the narrower one is enough for both to be asked again.
    private IReadOnlySet<long> Narrowed(IReadOnlySet<long> more) => units is null || more.Count < units.Count ? more : units;
}

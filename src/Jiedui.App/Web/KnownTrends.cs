using System.Collections.Concurrent;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.App.Web;

/// <summary>The months of indicators as the pages draw them, some hundred figures a page, reckoned anew only after something was done to the books.</summary>
public sealed class KnownTrends
{
    /// <summary>More than the pages of some partnerships ask; beyond it all is forgotten.</summary>
    private const int Most = 2048;

    private readonly ConcurrentDictionary<(string Indicator, FigureQuery Query, string Where), (Seen Seen, IReadOnlyList<(Period Period, Figure Figure)> Months)> known = [];

    /// <summary>The same as <see cref="Figures.Trend"/> tells.</summary>
    /// <param name="query">Not about a person: its conditions are kept.</param>
    public IReadOnlyList<(Period Period, Figure Figure)> Of(Figures figures, Indicator indicator, FigureQuery query)
    {
        var asked = (indicator.Code, query with { Where = [] }, string.Join('\n', query.Where.Select(where => where.Column + '\t' + where.Value)));
        // Before the figures are read: what is stored in between only makes the next who asks look again.
        var seen = Seen.Now(figures.Connection);
        if (known.TryGetValue(asked, out var trend) && trend.Seen == seen)
            return trend.Months;
        if (known.Count >= Most)
            known.Clear();
        known[asked] = trend = (seen, figures.Trend(indicator, query));
        return trend.Months;
    }
}

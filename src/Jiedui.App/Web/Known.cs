using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.App.Web;

/// <summary>What one page asks of the books, answered from what was told before while nothing was done to them.</summary>
internal sealed class Known(KnownAnswers answers, Figures figures, DbConnection books)
{
    // Read once, before anything else is: what is stored while the page is made only makes the next who asks look again.
    private readonly Lazy<Seen> seen = new(() => Seen.Now(books));

    /// <param name="question">All that the answer depends on beside the books, equal for whom the answers are.</param>
    public TAnswer Of<TAnswer>(object question, Func<TAnswer> reckon)
        where TAnswer : notnull => answers.Of(question, seen.Value, reckon);

    /// <summary>The same, about a figure. What is asked by the cells of columns is not kept: it may be about a person, and few ask it twice.</summary>
    /// <param name="what">What is asked about it.</param>
    public TAnswer Of<TAnswer>(string what, Indicator indicator, FigureQuery query, Func<TAnswer> reckon)
        where TAnswer : notnull => query.Where.Count > 0 ? reckon() : Of((what, indicator.Code, query with { Where = [] }), reckon);

    /// <summary>The same as <see cref="Figures.Of"/> tells.</summary>
    public Figure Figure(Indicator indicator, FigureQuery query) => Of(nameof(Figure), indicator, query, () => figures.Of(indicator, query));

    /// <summary>The same as <see cref="Figures.Trend"/> tells.</summary>
    public IReadOnlyList<(Period Period, Figure Figure)> Trend(Indicator indicator, FigureQuery query) =>
        Of(nameof(Trend), indicator, query, () => figures.Trend(indicator, query));

    /// <summary>The same as <see cref="Figures.All"/> tells.</summary>
    /// <param name="whose">Whose indicators these are: always the same.</param>
    public IReadOnlyList<Figure> All(string whose, IEnumerable<Indicator> indicators, FigureQuery query) =>
        Of((nameof(All), whose, query), () => figures.All([.. indicators], query));
}

using Jiedui.Flow.Indicators;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>Asks for every indicator once.</summary>
internal static class FiguresStep
{
    public static Action Prepared(Bench bench)
    {
        var books = new Books(bench);
        return () =>
        {
            var query = new FigureQuery(books.Partnership.Id, books.Period);
            var values = Article.Catalogue.Indicators.Select(indicator => books.Figures.Of(indicator, query)).ToList();
            if (!values.Exists(figure => figure.Value == bench.Rows))
                throw new InvalidOperationException("No indicator counts the people.");
        };
    }
}

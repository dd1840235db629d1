using System.Collections.Concurrent;
using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Indicators;

/// <summary>
/// Figures of what both sides confirmed, as last reckoned, for all who ask in this program. Nothing is kept of them beside the postings, so that each is read out of
/// those; but whatever could change one (an import, a correction, a withdrawal, a word) begins a batch, and until the next batch it need not be read again. The
/// books themselves say which batch is the last, so that what another program did counts at once.
/// </summary>
public sealed class KnownFigures
{
    /// <summary>More than the pages of a partnership ask; beyond it all is forgotten.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(string Code, FigureQuery Query), Known> figures = new();

    /// <summary>Whether a question's answer is known until the next batch: what has conditions on columns is asked too rarely.</summary>
    public static bool Keeps(FigureQuery query) => query is { ConfirmedOnly: true, AsOf: null, Grade: null, Where.Count: 0 };

    /// <summary>The figure of the books' last batch. Who asks while it is being reckoned waits for it, and does not reckon it too.</summary>
    public Figure Of(Indicator indicator, FigureQuery query, DbConnection connection, Func<Figure> reckon)
    {
        // Read before the postings are: what is stored in between only makes the next who asks look again.
        var last = Batches.Last(connection);
        if (figures.Count >= Most)
            figures.Clear();
        var known = figures.GetOrAdd((indicator.Code, query with { Where = [] }), _ => new Known());
        lock (known)
        {
            if (known.Figure is null || known.Batch != last)
                (known.Batch, known.Figure) = (last, reckon());
            return known.Figure;
        }
    }

    private sealed class Known
    {
        public long Batch { get; set; }

        public Figure? Figure { get; set; }
    }
}

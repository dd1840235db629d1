using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>Where a report takes its figures and words from; whoever composes the program fills it in, so that this room knows no storage.</summary>
public sealed record ReportSource
{
    public required Func<Indicator, FigureQuery, Figure> Figure { get; init; }

    /// <summary>The records behind a figure, at most so many.</summary>
    public required Func<Indicator, FigureQuery, int, IReadOnlyList<TraceLine>> Trace { get; init; }

    /// <summary>How many pieces of evidence the first records behind a figure have, so many records at most; null where each line of the trace is to say it.</summary>
    public Func<Indicator, FigureQuery, int, int>? Pieces { get; init; }

    /// <summary>How many of the records behind a figure have evidence of which grade; null where only sentences are written, without an annex.</summary>
    public Func<Indicator, FigureQuery, GradeCounts>? Grades { get; init; }

    /// <summary>
    /// The distinct cells of one column among those rows that the question means, in the order of their days, without reading the rows; null where there is nothing
    /// but the rows themselves.
    /// </summary>
    public Func<LedgerType, Column, FigureQuery, IEnumerable<object?>>? Cells { get; init; }

    /// <summary>
    /// A ledger's rows of a partnership, whatever their day: of the unit that the question names and those below it, as known at the moment that it names, and,
    /// where it asks so, only those that both sides confirmed.
    /// </summary>
    public required Func<LedgerType, FigureQuery, IEnumerable<Row>> Rows { get; init; }
}

using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;

namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>A figure as the report states it: its value, how it was asked, how it was written and the records behind it.</summary>
/// <param name="Id">Its name in every format; equal questions have equal names in every report.</param>
/// <param name="Text">As first written.</param>
/// <param name="Trace">The first records behind it, as many as an annex names.</param>
public sealed record ReportFact(string Id, Figure Figure, string Text, IReadOnlyList<TraceLine> Trace)
{
    /// <summary>The grades of the evidence behind it; null where nobody asked.</summary>
    public GradeCounts? Grades { get; init; }

    /// <summary>How many pieces of evidence those records have that were counted.</summary>
    public int Evidence { get; init; }
}

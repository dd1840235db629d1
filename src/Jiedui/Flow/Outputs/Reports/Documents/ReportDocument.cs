namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>A composed report, before any format: every writer writes the same one.</summary>
public sealed record ReportDocument
{
    /// <summary>The lines of the title, broken by meaning.</summary>
    public required IReadOnlyList<string> Title { get; init; }

    public string Subtitle { get; init; } = "";

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The facts, in the order in which the text first names them.</summary>
    public required IReadOnlyList<ReportFact> Facts { get; init; }

    public required ReportRequest Request { get; init; }

    /// <summary>How many figures stand in the text.</summary>
    public int FigureCount => Blocks.Sum(block => block.Runs.Count(run => run is FigureRun));

    public string FullTitle => string.Join(' ', Title) + Subtitle;
}

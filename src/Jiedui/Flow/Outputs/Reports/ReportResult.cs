namespace Jiedui.Flow.Outputs.Reports;

/// <summary>What came of writing a report.</summary>
/// <param name="FigureCount">How many figures stand in the text, each bound to its records.</param>
/// <param name="Unbound">Numbers in the text that no record backs; a sound template has none.</param>
public sealed record ReportResult(string File, int FigureCount, IReadOnlyList<UnboundNumber> Unbound);

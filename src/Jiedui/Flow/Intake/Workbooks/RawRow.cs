namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>A non-empty row of a sheet.</summary>
/// <param name="Number">One-based, as Excel shows it.</param>
/// <param name="Cells">The non-empty cells, from left to right.</param>
public sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells);

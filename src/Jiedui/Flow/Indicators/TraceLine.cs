namespace Jiedui.Flow.Indicators;

/// <summary>One record behind a figure.</summary>
/// <param name="Ledger">The ledger's code.</param>
/// <param name="Record">The record's number in its ledger.</param>
/// <param name="Version">The version of the record that posted.</param>
/// <param name="File">The workbook it came from.</param>
/// <param name="Sheet">The sheet in it.</param>
/// <param name="Cell">The cell that gave the amount, or the row's first cell.</param>
/// <param name="Amount">What it adds, in the measure's unit; for an interval its low end.</param>
/// <param name="On">The day on which it counts; null for a ledger without dates.</param>
/// <param name="Evidence">How many pieces of evidence it has: attached, or named and not attached.</param>
public sealed record TraceLine(string Ledger, long Record, int Version, string File, string Sheet, string Cell, decimal? Amount, DateOnly? On, int Evidence);

namespace Jiedui.Bench;

/// <summary>What a step works on.</summary>
/// <param name="Workbook">The generated roster.</param>
/// <param name="Folder">The data folder of this round.</param>
/// <param name="Rows">How many people the roster holds.</param>
internal sealed record Bench(string Workbook, string Folder, int Rows);

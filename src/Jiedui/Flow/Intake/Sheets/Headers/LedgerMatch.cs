using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>How well one ledger explains one header block.</summary>
internal sealed class LedgerMatch(LedgerType ledger, HeaderBlock block, IReadOnlyList<HeaderMatch> matches)
{
    public LedgerType Ledger { get; } = ledger;

    public HeaderBlock Block { get; } = block;

    /// <summary>The headers that this ledger knows, one for each column.</summary>
    public IReadOnlyList<HeaderMatch> Matches { get; } = [.. matches.GroupBy(match => match.Column).Select(Surest)];

    /// <summary>Headers of columns that a surer header already has.</summary>
    public IReadOnlyList<HeaderMatch> Doubles { get; } = [.. matches.GroupBy(match => match.Column).SelectMany(group => group.Where(match => match != Surest(group)))];

    public IReadOnlyList<string> Missing => field ??= [.. MissingColumns.Of(Ledger, [.. Matches.Select(match => match.Column)])];

    public bool IsComplete => Missing.Count == 0;

    /// <summary>The share of the sheet's headers that it knows.</summary>
    public double Known => Block.Cells.Count(cell => !cell.IsSerial) is var all and > 0 ? Math.Min(1, (double)Matches.Count / all) : 0;

    /// <summary>The share of its required columns found.</summary>
    public double Found => Ledger.Columns.Count(column => column.IsRequired) is var all and > 0
        ? (double)Matches.Count(match => match.Column.IsRequired) / all
        : 1;

    /// <summary>A sheet that lacks a column of this ledger, rather than one of another.</summary>
    public bool IsClear => Matches.Count >= 2 && Known >= 0.5 && Found >= 0.5;

    /// <summary>Fewer rows explain as well as more, save rows that group columns: without them the columns would lose the group's unit.</summary>
    public double Score(double hint, double fit) =>
        Matches.Sum(match => match.Weight) - 0.3 * Unexplained + (IsComplete ? 0.8 : 0) + 0.6 * hint - 1.5 * (1 - fit) - 0.01 * (Block.Count - 2 * Block.GroupRows);

    private int Unexplained => Block.Cells.Count(cell => !cell.IsSerial && !Matches.Any(match => match.Cell == cell));

    private static HeaderMatch Surest(IEnumerable<HeaderMatch> group) => group.OrderByDescending(match => match.Weight).ThenBy(match => match.Cell.Index).First();
}

/// <param name="Weight">1 for the standard name, less for an alias, more for what a person said.</param>
/// <param name="Unit">The unit that the header gives, or empty.</param>
internal sealed record HeaderMatch(HeaderCell Cell, Column Column, double Weight, string Unit);

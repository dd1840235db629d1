using Jiedui.Declaring;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

/// <summary>A ledger's sheet as a clerk fills it, and what a test changes in it before it is saved.</summary>
public sealed class FilledSheet(LedgerType ledger, int rows = FilledSheet.Rows)
{
    /// <summary>As many as it has where a test does not say.</summary>
    public const int Rows = 3;

    private readonly Dictionary<(int Row, Column Column), object?> changed = [];

    /// <summary>From left to right; a test may reorder them or take some out.</summary>
    public List<Column> Columns { get; set; } = [.. ledger.Columns];

    /// <summary>The header above a column.</summary>
    public Func<Column, string> HeaderOf { get; init; } = column => column.Name;

    /// <summary>A header that no ledger knows, or null.</summary>
    public string? UnknownHeader { get; init; }

    public string SheetName { get; init; } = ledger.Name;

    /// <summary>The sheet's number of a row; the header is row 1.</summary>
    public static int NumberOf(int row) => row + 2;

    public FilledSheet Change(int row, Column column, object? cell)
    {
        changed[(row, column)] = cell;
        return this;
    }

    public string Save(string folder, string file = "填好.xlsx") => new Xlsx().Sheet(SheetName, Cells()).Save(folder, file);

    private IEnumerable<object?[]> Cells()
    {
        yield return [.. Columns.Select(HeaderOf), .. UnknownHeader is { } header ? (object?[])[header] : []];
        for (var row = 0; row < rows; row++)
            yield return [.. Columns.Select(column => Cell(row, column)), .. UnknownHeader is null ? (object?[])[] : [$"别的{row}"]];
    }

    private object? Cell(int row, Column column) => changed.TryGetValue((row, column), out var cell) ? cell : Sample.Of(ledger, column, row).Typed;
}

using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>What came of reading one cell: a value, nothing (an empty cell or placeholder), or a fault. Never a guess.</summary>
/// <param name="Value">The value, typed by <see cref="ColumnKind"/>; null for an empty cell, a placeholder, or a fault.</param>
/// <param name="Fault">Why it cannot be read exactly, or null.</param>
/// <param name="Note">Something to tell though it was read, or null.</param>
public readonly record struct CellReading(object? Value, CellFault? Fault = null, CellFault? Note = null)
{
    public static CellReading Empty => default;

    public static CellReading Wrong(string code, string message, string remedy) => new(null, new CellFault(code, message, remedy));

    public static CellReading Wrong(CellFault fault) => new(null, fault);
}

/// <param name="Code">A stable code, e.g. id.digits-lost.</param>
/// <param name="Message">Why, in Chinese, without the cell's address, column or value: the caller says those.</param>
/// <param name="Remedy">What to do, in Chinese.</param>
/// <param name="Severity">What it does to its row: a fault blocks, a note warns or informs.</param>
public sealed record CellFault(string Code, string Message, string Remedy, Severity Severity = Severity.Blocks);

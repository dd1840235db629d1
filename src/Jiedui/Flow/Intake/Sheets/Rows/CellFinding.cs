using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>Findings about a row and its cells, in words that name the place; what was typed into a form stands in no sheet, and is named by its column.</summary>
internal static class CellFinding
{
    /// <summary>The number of a row that stands in no sheet.</summary>
    public const int NoRow = 0;

    public static Finding Of(int row, MappedColumn column, CellFault fault, string text)
    {
        var address = AddressOf(row, column.Index);
        return new Finding(
            address, column.Column?.Name ?? column.Header, fault.Code, fault.Severity, Sentence(address, column.Header, fault.Message), fault.Remedy, Mask.Of(column.Column, text));
    }

    public static Finding OfRow(int row, int firstColumn, string columns, string code, Severity severity, string message, string remedy) =>
        new(AddressOf(row, firstColumn), columns, code, severity, (row == NoRow ? "" : $"第 {row} 行：") + Ended(message), remedy, "");

    private static string AddressOf(int row, int column) => row == NoRow ? "" : CellAddress.Of(row, column);

    private static string Sentence(string address, string header, string message) => $"{address}“{header}”：{Ended(message)}";

    private static string Ended(string message) => message.TrimEnd('。') + "。";
}

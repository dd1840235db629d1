using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>A unit row so far down that the rows above it were read without it, or that says another unit: the figures may be wrong ten thousand times over.</summary>
internal static class LateUnit
{
    public static Finding? Of(Layout layout, int row, IReadOnlyList<RawCell> filled)
    {
        foreach (var cell in filled)
        {
            if (UnitWords.OfSheet(cell.Text) is { Length: > 0 } unit && unit != layout.SheetUnit && layout.Columns.Any(column => Differs(column, unit)))
            {
                return new Finding(
                    CellAddress.Of(row, cell.Column), "", "sheet.unit-late", Severity.Warns, $"第 {row} 行写着单位“{unit}”，但前面的行没有按它读取。",
                    "请把单位写到表头上方或表头里，再重新导入", unit);
            }
        }
        return null;
    }

    private static bool Differs(MappedColumn column, string unit) => column.Unit.Length == 0 && ColumnUnit.Of(column.Column, "", "", unit) is { Length: > 0 } said && said != column.Column!.UnitText;
}

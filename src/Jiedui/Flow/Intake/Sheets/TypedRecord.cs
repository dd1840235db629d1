using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets.Rows;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Sheets;

/// <summary>One record typed by hand, read exactly as a sheet's row is: the same cells, the same demands, all that is wrong at once.</summary>
public static class TypedRecord
{
    private static readonly CellFault TooLong = new("cell.too-long", $"内容超过 {Limits.CellCharacters} 个字", "请删短，详细内容请作为佐证材料保存");

    /// <param name="ledger">What is read.</param>
    /// <param name="typed">What was typed, by column; a column that is not there keeps its value.</param>
    /// <param name="before">The record before it, or null for a new one.</param>
    /// <param name="read">How a cell is read.</param>
    public static ReadRow Read(LedgerType ledger, IReadOnlyDictionary<Column, string> typed, Row? before, CellRead read)
    {
        var cells = new RowCells();
        cells.Reset(new RawRow(CellFinding.NoRow, []), [.. Cells(ledger, typed, before)]);
        var layout = new Layout(ledger, (0, 0), [.. ledger.Columns.Select(column => new MappedColumn(column.Index, column.Name, column, ""))], 1);
        var item = new RowReader(layout, ledger, ReadOrKeep).Read(cells);
        if (before is not null)
            item.Row.Extras = before.Extras;
        return item;

        // What nobody touched is not written out and read again: an interval or a unit of an old name stays what it was.
        CellReading ReadOrKeep(Column column, RawCell cell, string unit, IReadOnlyList<UnitRef> units)
        {
            if (!typed.ContainsKey(column))
                return new CellReading(before![column]);
            return cell.Text.Length > Limits.CellCharacters ? CellReading.Wrong(TooLong) : read(column, cell, unit, units);
        }
    }

    private static IEnumerable<RawCell> Cells(LedgerType ledger, IReadOnlyDictionary<Column, string> typed, Row? before)
    {
        foreach (var column in ledger.Columns)
        {
            if (typed.TryGetValue(column, out var text) ? !string.IsNullOrWhiteSpace(text) : before?.Has(column) == true)
                yield return new RawCell(column.Index, RawKind.Text, text ?? "");
        }
    }
}

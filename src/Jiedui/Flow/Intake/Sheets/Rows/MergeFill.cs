using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>Gives every cell of a merged range the range's value, as the rows go by.</summary>
internal sealed class MergeFill
{
    private readonly List<CellRange> ahead;
    private readonly List<(CellRange Range, RawCell Value)> open = [];
    private int next;

    public MergeFill(IReadOnlyList<CellRange> merges, int lastHeaderRow) =>
        ahead = [.. merges.Where(merge => merge.LastRow > lastHeaderRow).OrderBy(merge => merge.FirstRow)];

    /// <summary>Notes the ranges that start in a row. To be called for every row, also those without data.</summary>
    public void Pass(RawRow row)
    {
        if (open.Count > 0)
            Close(row.Number);
        for (; next < ahead.Count && ahead[next].FirstRow <= row.Number; next++)
        {
            var range = ahead[next];
            if (range.FirstRow != row.Number)
                continue;
            foreach (var cell in row.Cells)
            {
                if (cell.Column == range.FirstColumn && !string.IsNullOrWhiteSpace(cell.Text))
                    open.Add((range, cell));
            }
        }
    }

    private void Close(int row) => open.RemoveAll(one => one.Range.LastRow < row);

    public void Fill(RowCells cells, int width)
    {
        foreach (var (range, value) in open)
        {
            var last = Math.Min(range.LastColumn, width - 1);
            for (var column = range.FirstColumn; column <= last; column++)
            {
                if (cells.OriginOf(column) == CellOrigin.None)
                    cells.Set(column, value with { Column = column }, CellOrigin.Merged);
            }
        }
    }

    /// <summary>Whether one range spans at least this many columns of a row.</summary>
    public bool Spans(int row, int columns)
    {
        foreach (var (range, _) in open)
        {
            if (range.FirstRow == row && range.LastColumn - range.FirstColumn + 1 >= columns)
                return true;
        }
        return false;
    }
}

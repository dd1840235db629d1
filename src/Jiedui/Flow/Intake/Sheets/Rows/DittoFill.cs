using Jiedui.Flow.Intake.Cells;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>Replaces ditto marks by what stands in the data row above. Where nothing stands there, the mark stays, and reading it is a fault.</summary>
internal static class DittoFill
{
    public static void Fill(RowCells cells, RowCells? above)
    {
        if (above is null)
            return;
        for (var column = 0; column < cells.Width; column++)
        {
            if (cells.OriginOf(column) != CellOrigin.None && DittoMark.Is(cells.At(column)) && above.OriginOf(column) != CellOrigin.None)
                cells.Set(column, above.At(column), CellOrigin.Ditto);
        }
    }
}

using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>One row's cells by column, merged and ditto cells filled in. One is kept for each of two rows and used again and again.</summary>
internal sealed class RowCells
{
    private RawCell[] cells = new RawCell[32];
    private CellOrigin[] origins = new CellOrigin[32];

    /// <summary>One more than the last column in use.</summary>
    public int Width { get; private set; }

    public int Row { get; private set; }

    /// <summary>The first column with a cell of the row's own.</summary>
    public int First { get; private set; }

    public void Reset(RawRow row, List<RawCell> filled)
    {
        Array.Clear(origins, 0, Width);
        Width = 0;
        Row = row.Number;
        First = filled.Count > 0 ? filled[0].Column : 0;
        for (var i = 0; i < filled.Count; i++)
            Set(filled[i].Column, filled[i], CellOrigin.Own);
    }

    public CellOrigin OriginOf(int column) => column < Width ? origins[column] : CellOrigin.None;

    /// <summary>The cell; meaningful where its origin is not None.</summary>
    public RawCell At(int column) => cells[column];

    public void Set(int column, RawCell cell, CellOrigin origin)
    {
        if (column >= cells.Length)
        {
            var size = Math.Max(column + 1, cells.Length * 2);
            Array.Resize(ref cells, size);
            Array.Resize(ref origins, size);
        }
        cells[column] = cell;
        origins[column] = origin;
        Width = Math.Max(Width, column + 1);
    }
}

internal enum CellOrigin
{
    None,
    Own,

    /// <summary>Filled from the merged cell that covers it.</summary>
    Merged,

    /// <summary>Filled from the row above, for a ditto mark.</summary>
    Ditto,
}

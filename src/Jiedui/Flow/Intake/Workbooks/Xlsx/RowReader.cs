using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Reads one row after the other. Where a file leaves out the number of a row or the address of a cell, it follows the one before.</summary>
internal sealed class RowReader(PartReader reader, CellContent content, SheetPlace place)
{
    private readonly List<RawCell> cells = [];

    private readonly CellReader cell = new(reader, content, place);

    private int number;

    /// <summary>Reads the row the reader stands on; null where it holds nothing.</summary>
    public RawRow? Read()
    {
        number = NextNumber();
        cells.Clear();
        ReadCells(reader.Depth);
        return cells.Count == 0 ? null : new RawRow(number, cells.ToArray());
    }

    private int NextNumber()
    {
        var stated = reader.Attribute("r");
        var next = number + 1;
        if (stated is not null && (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out next) || next <= number))
            throw place.RowOutOfPlace(number + 1);
        return next <= Limits.Rows ? next : throw place.RowOutOfPlace(next);
    }

    private void ReadCells(int depth)
    {
        var column = -1;
        var inOrder = true;
        while (reader.NextChild(depth))
        {
            if (reader.Element != "c")
                continue;
            var before = column;
            if (cell.Read(number, ref column) is not { } read)
                continue;
            inOrder &= column > before;
            cells.Add(read);
        }
        if (!inOrder)
            PutInOrder();
    }

    // Excel writes cells from left to right; other programs append what was filled in later.
    private void PutInOrder()
    {
        cells.Sort((one, other) => one.Column.CompareTo(other.Column));
        for (var at = 1; at < cells.Count; at++)
        {
            if (cells[at].Column == cells[at - 1].Column)
                throw place.CellOutOfPlace(CellAddress.Of(number, cells[at].Column), number);
        }
    }
}

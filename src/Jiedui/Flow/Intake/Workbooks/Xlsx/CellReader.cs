using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Reads one cell after the other into the same buffer, so that a number costs only its text.</summary>
internal sealed class CellReader(PartReader reader, CellContent content, SheetPlace place)
{
    private readonly TextBuffer buffer = new();

    private string type = "n";

    private int format;

    /// <summary>Reads the cell the reader stands on; null where it is empty, as is a formula whose result was not saved.</summary>
    public RawCell? Read(int row, ref int column)
    {
        column = ReadAttributes(row, column + 1);
        if (column >= Limits.Columns)
            throw place.TooManyColumns(row);
        buffer.Clear();
        if (!ReadValue(reader.Depth))
            throw place.CellTooLong(row, column);
        return content.Of(type, format, buffer.Text, row, column);
    }

    private int ReadAttributes(int row, int column)
    {
        type = "n";
        format = 0;
        while (reader.NextAttribute(out var name))
        {
            if (name == "r")
                column = ColumnOf(reader.AttributeValue, row);
            else if (name == "s")
                _ = int.TryParse(reader.AttributeValue, NumberStyles.None, CultureInfo.InvariantCulture, out format);
            else if (name == "t")
                type = reader.AttributeValue;
        }
        reader.BackToElement();
        return column;
    }

    private int ColumnOf(string address, int row) =>
        CellReference.TryRead(address, out var statedRow, out var column) && statedRow == row ? column : throw place.CellOutOfPlace(address, row);

    private bool ReadValue(int depth)
    {
        var fits = true;
        while (fits && reader.NextChild(depth))
        {
            if (reader.Element == "v")
                fits = reader.AppendText(buffer);
            else if (reader.Element == "is")
                fits = RichText.Append(reader, buffer);
        }
        return fits;
    }
}

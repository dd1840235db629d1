using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Reads one cell after the other into the same buffer, so that a number costs only its text.</summary>
internal sealed class CellReader(PartReader reader, XlsxContent content, bool is1904, SheetPlace place)
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
        return buffer.Length == 0 ? null : Understood(row, column);
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

    private RawCell? Understood(int row, int column) => type switch
    {
        "s" => Shared(row, column),
        "str" or "inlineStr" => Worded(column, EscapedText.Shorten(buffer.Text).ToString()),
        "b" => new RawCell(column, RawKind.Flag, buffer.Text is "1" or "true" ? "是" : "否"),
        "e" => new RawCell(column, RawKind.Error, buffer.Text.ToString()),
        "d" => Dated(column),
        _ => Numbered(column),
    };

    private RawCell? Shared(int row, int column)
    {
        if (!int.TryParse(buffer.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) || !content.Strings.TryGet(index, out var text))
            throw place.StringMissing(row, column);
        return text.Length > Limits.CellCharacters ? throw place.CellTooLong(row, column) : Worded(column, text);
    }

    private RawCell Numbered(int column)
    {
        // What is no number though the file says so is handed on as it stands.
        if (!double.TryParse(buffer.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new RawCell(column, RawKind.Text, buffer.Text.ToString());
        var serial = is1904 ? number + DateSerials.Epoch1904 : number;
        return content.Formats.LookOf(format) switch
        {
            NumberLook.Number => new RawCell(column, RawKind.Number, NumberTexts.Of(number), number),
            NumberLook.Date => new RawCell(column, RawKind.DateSerial, NumberTexts.Of(serial), serial),
            NumberLook.Month when DateSerials.MonthBegunBy(serial) is { } month => new RawCell(column, RawKind.Text, month),
            NumberLook.Month => new RawCell(column, RawKind.DateSerial, NumberTexts.Of(serial), serial),
            NumberLook.Percent => NumberTexts.Percent(number) is { } percent
                ? new RawCell(column, RawKind.Text, percent)
                : new RawCell(column, RawKind.Number, NumberTexts.Of(number), number),
        };
    }

    private RawCell Dated(int column)
    {
        if (!DateTime.TryParse(buffer.Text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) || date.Year < 1900)
            return new RawCell(column, RawKind.Text, buffer.Text.ToString());
        var serial = DateSerials.Of(date);
        return new RawCell(column, RawKind.DateSerial, NumberTexts.Of(serial), serial);
    }

    private static RawCell? Worded(int column, string text) => text.Length == 0 ? null : new RawCell(column, RawKind.Text, text);
}

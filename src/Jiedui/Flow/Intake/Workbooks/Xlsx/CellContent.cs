using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>What a cell's text means, by the type and format that the cell states.</summary>
internal sealed class CellContent(XlsxContent content, bool is1904, SheetPlace place)
{
    /// <summary>A whole number of no more digits than this stands in a double as it is written.</summary>
    private const int SureDigits = 15;

    private readonly RecentTexts recent = new();

    /// <summary>The cell; null where it is empty.</summary>
    /// <param name="type">As the attribute t states it.</param>
    /// <param name="format">The number of its format, as the attribute s states it.</param>
    /// <param name="text">Its value; not kept, and changed where escapes stand in it.</param>
    /// <param name="comesAgain">Whether texts as this one come again, so that it pays to look for one that was made before.</param>
    public RawCell? Of(string type, int format, Span<char> text, int row, int column, bool comesAgain = true) => text.IsEmpty ? null : type switch
    {
        "s" => Shared(text, row, column),
        "str" or "inlineStr" => Worded(column, Text(EscapedText.Shorten(text), comesAgain)),
        "b" => new RawCell(column, RawKind.Flag, text is "1" or "true" ? "是" : "否"),
        "e" => new RawCell(column, RawKind.Error, text.ToString()),
        "d" => Dated(text, column),
        _ => Numbered(format, text, column, comesAgain),
    };

    private string Text(ReadOnlySpan<char> text, bool comesAgain) => comesAgain ? recent.Of(text) : text.ToString();

    private RawCell? Shared(ReadOnlySpan<char> text, int row, int column)
    {
        if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) || !content.Strings.TryGet(index, out var shared))
            throw place.StringMissing(row, column);
        return shared.Length > Limits.CellCharacters ? throw place.CellTooLong(row, column) : Worded(column, shared);
    }

    private RawCell Numbered(int format, ReadOnlySpan<char> text, int column, bool comesAgain)
    {
        if (IsPlainWhole(text) && content.Formats.LookOf(format) == NumberLook.Number)
            return new RawCell(column, RawKind.Number, Text(text, comesAgain), WholeOf(text));
        // What is no number though the file says so is handed on as it stands.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new RawCell(column, RawKind.Text, text.ToString());
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

    /// <summary>Digits that its number would be written with.</summary>
    private static bool IsPlainWhole(ReadOnlySpan<char> text) =>
        text.Length <= SureDigits && !text.ContainsAnyExceptInRange('0', '9') && (text[0] != '0' || text.Length == 1);

    private static long WholeOf(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
            number = number * 10 + (digit - '0');
        return number;
    }

    private static RawCell Dated(ReadOnlySpan<char> text, int column)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) || date.Year < 1900)
            return new RawCell(column, RawKind.Text, text.ToString());
        var serial = DateSerials.Of(date);
        return new RawCell(column, RawKind.DateSerial, NumberTexts.Of(serial), serial);
    }

    private static RawCell? Worded(int column, string text) => text.Length == 0 ? null : new RawCell(column, RawKind.Text, text);
}

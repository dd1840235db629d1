using System.Text.RegularExpressions;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Any text. The blank inside a short Chinese name (张 三) is there for the look of the table and goes.</summary>
internal static partial class TextCell
{
    private const int LongestSpacedName = 4;

    public static CellReading Read(Column column, RawCell cell, string text) => cell.Kind switch
    {
        RawKind.Number => ReadNumber(cell.Number, text),
        RawKind.DateSerial => ReadDay(cell.Number),
        RawKind.Text or RawKind.Flag or RawKind.Error => new CellReading(column.IsPersonal ? WithoutNameBlanks(text) : text),
    };

    /// <summary>The digits as Excel shows them, never 1E+17.</summary>
    private static CellReading ReadNumber(double number, string text)
    {
        if (!FloatingNumber.TryRead(number, out var exact))
            return new CellReading(text, Note: LostDigits);
        return new CellReading(FloatingNumber.Digits(exact), Note: FloatingNumber.MayHaveLostDigits(number) ? LostDigits : null);
    }

    private static CellReading ReadDay(double serial) => ExcelDay.TryRead(serial, out var day)
        ? new CellReading(day.ToString(), Note: new CellFault(
            "text.was-date", "该单元格被 Excel 存成了日期，已按日期写出", "如果原来不是日期，请按文本重新录入", Severity.Warns))
        : CellReading.Wrong("text.was-date", "该单元格被 Excel 存成了日期，但并没有这一天", "请按文本重新录入");

    private static string WithoutNameBlanks(string text)
    {
        if (!CleanText.HasBlanks(text))
            return text;
        var name = CleanText.WithoutBlanks(text);
        return name.Length <= LongestSpacedName && ChineseOnly().IsMatch(name) ? name : text;
    }

    private static CellFault LostDigits { get; } =
        new("text.digits-lost", "该单元格被 Excel 存成了数字，超过 15 位的部分可能已经丢失", "请核对后按文本重新录入", Severity.Warns);

    [GeneratedRegex(@"^[\u3400-\u9FFF]+\z")]
    private static partial Regex ChineseOnly();
}

using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Why a date cannot be read, and what to do about it.</summary>
internal static class DateFaults
{
    private const string WriteDay = "请写成 2020-05-08 的样式；只知道月份写 2020-05，只知道年份写 2020";

    public static CellReading Shape { get; } = CellReading.Wrong("date.shape", "这里不是可以准确读出的日期", WriteDay);

    public static CellReading NoSuchDay { get; } = CellReading.Wrong("date.no-such-day", "日历上没有这一天或这个月", "请核对年、月、日");

    public static CellReading TwoDates { get; } = CellReading.Wrong("date.two", "这里写了不止一个日期", "请只写一个日期；起止日期请分列填写");

    public static CellReading TwoDigitYear { get; } = CellReading.Wrong("date.two-digit-year", "年份只写了两位，分不清是哪一年", "请写四位年份");

    public static CellReading NoYear { get; } = CellReading.Wrong("date.no-year", "这里没有写年份", "请补上四位年份");

    public static CellReading Order { get; } = CellReading.Wrong("date.order", "年份写在最后，分不清日和月的先后", "请按年、月、日的顺序填写，例如 2020-05-08");

    public static CellReading Implausible { get; } = CellReading.Wrong("date.year", "年份不在 1949 至 2100 之间", "请核对年份；如果只想写年份，请按文本录入");

    public static CellReading LostZero { get; } =
        CellReading.Wrong("date.lost-zero", "该单元格被 Excel 存成了小数，分不清是 1 月还是 10 月", "请按文本重新录入，例如 2020-01 或 2020-10");

    public static CellReading SixDigits { get; } =
        CellReading.Wrong("date.six-digits", "六位数字既可以是年月，也可以是两位年份的年月日", WriteDay);

    public static CellReading TooCoarse { get; } = CellReading.Wrong("date.too-coarse", "这里需要月份，单元格里只有年份", "请写明月份，例如 2020-05");

    public static CellFault Open { get; } = new("date.open", "没有写明日期，按未填处理", "有了确定的日期后请补填", Severity.Informs);

    public static CellFault WasSerial { get; } = new("date.serial", "这里是 Excel 的日期序号，已按日期读取", "如果不是日期，请更正", Severity.Informs);
}

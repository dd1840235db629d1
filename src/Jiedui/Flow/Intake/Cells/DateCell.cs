using System.Collections.Frozen;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>A day, month or year, as precisely as it was written.</summary>
internal static class DateCell
{
    private static readonly FrozenSet<string> Open =
        FrozenSet.Create(StringComparer.Ordinal, "至今", "今", "长期", "长期有效", "永久", "永久有效", "现在", "目前", "无固定期限", "在岗", "未定期限", "-至今");

    public static CellReading Read(ColumnKind kind, RawCell cell, string text)
    {
        if (Open.Contains(text))
            return new CellReading(null, Note: DateFaults.Open);
        if (Placeholder.IsUnsettled(text))
            return Placeholder.NotYet;
        return AsPreciseAs(kind, cell.Kind switch
        {
            RawKind.DateSerial => Serial(cell.Number),
            RawKind.Number => ReadNumber(cell.Number),
            RawKind.Text => WrittenDate.Read(text),
            RawKind.Flag or RawKind.Error => DateFaults.Shape,
        });
    }

    /// <summary>A number without a date format: a serial, 2020, 202005, 20200508, or 2020.5 that was meant as a month.</summary>
    private static CellReading ReadNumber(double number)
    {
        if (ExcelDay.IsPlausible(number))
            return Serial(number);
        if (!FloatingNumber.TryRead(number, out var exact))
            return DateFaults.Shape;
        return HasLostZero(exact) ? DateFaults.LostZero : WrittenDate.Read(FloatingNumber.Digits(exact));
    }

    /// <summary>2020.1 and 2020.10 are one number.</summary>
    private static bool HasLostZero(decimal number) => number is > 1949 and < 2101 && number - decimal.Truncate(number) == 0.1m;

    private static CellReading Serial(double serial) =>
        !ExcelDay.TryRead(serial, out var day) ? DateFaults.NoSuchDay
        : !WrittenDate.IsPlausible(day.First.Year) ? DateFaults.Implausible
        : new CellReading(day);

    private static CellReading AsPreciseAs(ColumnKind kind, CellReading reading) => reading.Value switch
    {
        PartialDate date when kind == ColumnKind.Year => reading with { Value = new PartialDate(date.First.Year) },
        PartialDate { Precision: DatePrecision.Year } when kind == ColumnKind.Month => DateFaults.TooCoarse,
        PartialDate date when kind == ColumnKind.Month => reading with { Value = new PartialDate(date.First.Year, date.First.Month) },
        _ => reading,
    };
}

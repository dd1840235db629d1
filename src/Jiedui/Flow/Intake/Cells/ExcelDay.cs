using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Excel's day numbers, 1900 system: 1 is 1900-01-01, and 60 is 1900-02-29, a day that never was. The time of day is dropped.</summary>
internal static class ExcelDay
{
    private const int LastDay = 2958465;
    private const int DayThatNeverWas = 60;

    private static readonly DateOnly BeforeFirst = new(1899, 12, 31);

    public static bool TryRead(double serial, out PartialDate day)
    {
        day = default;
        if (!(serial >= 1 && serial < LastDay + 1))
            return false;
        var number = (int)serial;
        if (number == DayThatNeverWas)
            return false;
        day = PartialDate.Of(BeforeFirst.AddDays(number > DayThatNeverWas ? number - 1 : number));
        return true;
    }

    /// <summary>Whether a number without a date format may be one: from 1954 to 2119. No year and no written date lies there.</summary>
    public static bool IsPlausible(double number) => number is >= 20000 and <= 80000;
}

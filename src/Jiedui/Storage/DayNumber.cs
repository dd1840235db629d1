namespace Jiedui.Storage;

/// <summary>Days as 20200501 and months as 202005: sortable, and readable to whoever opens the database. An undated row counts in every period: 0.</summary>
public static class DayNumber
{
    public const int Undated = 0;

    public static int Of(DateOnly? day) => day is { } known ? known.Year * 10000 + known.Month * 100 + known.Day : Undated;

    public static DateOnly? ToDay(int number) => number == Undated ? null : new DateOnly(number / 10000, number / 100 % 100, number % 100);

    public static int MonthOf(int dayNumber) => dayNumber / 100;
}

using System.Globalization;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>Dates as official documents write them: Arabic digits, four for the year, no leading zeros.</summary>
public static class ChineseDate
{
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>As short as it stays true: 2020年, 2019年至2021年, 2020年1月至6月, else both days.</summary>
    public static string Of(Period period)
    {
        var (from, to) = (period.From, period.To);
        if (from == DateOnly.MinValue)
            return $"截至{Of(to)}";
        var isWholeMonths = from.Day == 1 && to.Day == DateTime.DaysInMonth(to.Year, to.Month);
        if (isWholeMonths && from.Month == 1 && to.Month == 12)
            return from.Year == to.Year ? Year(from) : $"{Year(from)}至{Year(to)}";
        if (!isWholeMonths)
            return from == to ? Of(from) : $"{Of(from)}至{Of(to)}";
        return (from.Year == to.Year, from.Month == to.Month) switch
        {
            (true, true) => Month(from),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"{Month(from)}至{to.Month}月"),
            (false, _) => $"{Month(from)}至{Month(to)}",
        };
    }

    private static string Year(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年");

    private static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月");
}

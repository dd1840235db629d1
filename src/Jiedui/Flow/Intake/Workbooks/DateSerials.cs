using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>Days as the 1900 system counts them.</summary>
internal static class DateSerials
{
    /// <summary>1904-01-01 in the 1900 system: what a workbook with the 1904 epoch is moved by.</summary>
    public const double Epoch1904 = 1462;

    private static readonly DateTime March1900 = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Excel believes that 29 February 1900 was a day, .NET does not: before it they count one apart.</summary>
    public static double Of(DateTime date) => date >= March1900 ? date.ToOADate() : date.ToOADate() - 1;

    /// <summary>2020-05 where a serial is the first day of a month, else null.</summary>
    public static string? MonthBegunBy(double serial) =>
        serial is > 61 and < 2_958_466 && DateTime.FromOADate(serial) is { Day: 1, TimeOfDay.Ticks: 0 } day ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : null;
}

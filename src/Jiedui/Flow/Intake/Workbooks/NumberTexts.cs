using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>The text of a number that a file holds as a number.</summary>
internal static class NumberTexts
{
    /// <summary>Up to here a double tells every whole number apart, so its digits can be trusted.</summary>
    private const double LastExactWhole = 9_007_199_254_740_991;

    /// <summary>Shortest round-trip text; whole numbers are written out (14063094283) as long as every digit is sure, and keep their exponent beyond.</summary>
    public static string Of(double number) =>
        Math.Abs(number) <= LastExactWhole && number == Math.Floor(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>6% for 0.06, as a cell in a percent format shows it; null where it is out of any percentage's reach.</summary>
    public static string? Percent(double number) =>
        Math.Abs(number) < 1e9 ? ((decimal)number * 100).ToString("0.##########", CultureInfo.InvariantCulture) + "%" : null;
}

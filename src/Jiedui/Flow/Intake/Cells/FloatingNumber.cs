using System.Globalization;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>
/// A spreadsheet's binary number as the decimal that was typed. Excel keeps 15 significant digits; what lies beyond is noise: 3.5999999999999996 is 3.6.
/// </summary>
internal static class FloatingNumber
{
    private const double FirstInexact = 1e15;

    public static bool TryRead(double number, out decimal exact) =>
        decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out exact);

    /// <summary>Without exponent and trailing zeros.</summary>
    public static string Digits(decimal exact) => exact.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Whether it has more than 15 digits before the point, so that the last ones were not kept.</summary>
    public static bool MayHaveLostDigits(double number) => Math.Abs(number) >= FirstInexact;
}

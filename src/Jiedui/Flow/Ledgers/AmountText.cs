using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>A number as a clerk would write it in its column's unit, which the importer reads back to the same interval: 1200.00, 8-12, 200000余, 不低于1800.</summary>
internal static class AmountText
{
    /// <summary>Beyond this many digits a program that reckons in doubles would change the last ones.</summary>
    private const int ExactDigits = 15;

    public static string Of(Column column, Amount amount) => amount.Qualifier switch
    {
        Qualifier.Exact => Exact(column, amount.Low ?? amount.High ?? 0),
        Qualifier.More => Short(column, amount.Low) + "余",
        Qualifier.About => "约" + Short(column, amount.Low),
        Qualifier.AtLeast => "不低于" + Short(column, amount.Low),
        Qualifier.AtMost => "不超过" + Short(column, amount.High),
        Qualifier.Range => $"{Short(column, amount.Low)}-{Short(column, amount.High)}",
    };

    /// <summary>Whether the text may stand as a number in a file.</summary>
    public static bool IsNumber(Amount amount, string text) => amount.Qualifier == Qualifier.Exact && text.Count(char.IsAsciiDigit) <= ExactDigits;

    private static string Exact(Column column, long smallest) =>
        column.Kind == ColumnKind.Money ? InUnits(column, smallest).ToString("0.00", CultureInfo.InvariantCulture) : Short(column, smallest);

    // Without trailing zeros: 余 speaks of the last digit that is none.
    private static string Short(Column column, long? smallest) => InUnits(column, smallest ?? 0).ToString("0.##", CultureInfo.InvariantCulture);

    private static decimal InUnits(Column column, long smallest) => (decimal)smallest / column.Scale;
}

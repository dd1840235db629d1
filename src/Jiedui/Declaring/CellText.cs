using System.Globalization;
using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>The one canonical text of a cell's value, by which keys and contents are compared.</summary>
public static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        PartialDate date => date.ToString(),
        Amount amount => Of(amount),
        UnitRef unit => unit.Id.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        string[] list => string.Join('、', list),
        _ => throw new ArgumentException($"{value.GetType()} is no cell value.", nameof(value)),
    };

    private static string Of(Amount amount) => amount is { Qualifier: Qualifier.Exact, Value: { } exact }
        ? exact.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}~{amount.High} {amount.Qualifier}");
}

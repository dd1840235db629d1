using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
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

    /// <summary>Adds the same text as UTF-8.</summary>
    public static void Write(object? value, IBufferWriter<byte> to)
    {
        switch (value)
        {
            case string text:
                Encoding.UTF8.GetBytes(text, to);
                break;
            case PartialDate { Precision: DatePrecision.Day } date:
                Write(date.First, to);
                break;
            case Amount { Qualifier: Qualifier.Exact, Value: { } exact }:
                Write(exact, to);
                break;
            case UnitRef unit:
                Write(unit.Id, to);
                break;
            default:
                Encoding.UTF8.GetBytes(Of(value), to);
                break;
        }
    }

    private static void Write(long number, IBufferWriter<byte> to)
    {
        Utf8Formatter.TryFormat(number, to.GetSpan(20), out var written);
        to.Advance(written);
    }

    private static void Write(DateOnly day, IBufferWriter<byte> to)
    {
        day.TryFormat(to.GetSpan(10), out var written, "O", CultureInfo.InvariantCulture);
        to.Advance(written);
    }

    private static string Of(Amount amount) => amount is { Qualifier: Qualifier.Exact, Value: { } exact }
        ? exact.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}~{amount.High} {amount.Qualifier}");
}

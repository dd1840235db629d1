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
            case null:
                break;
            case string text:
                Write(text, to);
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
                Write(Of(value), to);
                break;
        }
    }

    /// <summary>Adds a text that is no cell's.</summary>
    internal static void Write(string text, IBufferWriter<byte> to)
    {
        if (text.Length > 0)
            to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    private static void Write(long number, IBufferWriter<byte> to)
    {
        Utf8Formatter.TryFormat(number, to.GetSpan(20), out var written);
        to.Advance(written);
    }

    private static void Write(DateOnly day, IBufferWriter<byte> to)
    {
        const int length = 10;
        var text = to.GetSpan(length);
        Digits(day.Year, text[..4]);
        Digits(day.Month, text[5..7]);
        Digits(day.Day, text[8..length]);
        text[4] = text[7] = (byte)'-';
        to.Advance(length);
    }

    private static void Digits(int number, Span<byte> to)
    {
        for (var at = to.Length - 1; at >= 0; at--, number /= 10)
            to[at] = (byte)('0' + number % 10);
    }

    private static string Of(Amount amount) => amount is { Qualifier: Qualifier.Exact, Value: { } exact }
        ? exact.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}~{amount.High} {amount.Qualifier}");
}

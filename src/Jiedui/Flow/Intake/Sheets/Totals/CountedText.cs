using System.Globalization;
using System.Text.RegularExpressions;
using Jiedui.Flow.Intake.Sheets.Headers;

namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>A number as totals rows write it: 700, 3场次, 5,600人, 3410（不含特招）.</summary>
/// <param name="Unit">The unit word, or empty.</param>
/// <param name="HasRemark">Whether a remark in brackets says that it is not the plain sum.</param>
internal readonly partial record struct CountedText(decimal Value, string Unit, bool HasRemark)
{
    private const int Longest = 40;

    [GeneratedRegex(@"^[共约计:]*(-?\d{1,20}(?:\.\d{1,6})?)([^\d.\-(（]{0,4})(\(.*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    public static CountedText? Parse(string text)
    {
        if (text.Length > Longest || text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && text.AsSpan().IndexOfAnyInRange('０', '９') < 0)
            return null;
        var match = Pattern().Match(HeaderText.Folded(text).Replace(",", "", StringComparison.Ordinal));
        return match.Success && decimal.TryParse(match.Groups[1].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? new CountedText(value, match.Groups[2].Value, match.Groups[3].Length > 0)
            : null;
    }

    /// <summary>The text without its remark: what can be read as a number of the column.</summary>
    public static string WithoutRemark(string text) => text.IndexOfAny(['(', '（']) is var at and > 0 ? text[..at].Trim() : text;
}

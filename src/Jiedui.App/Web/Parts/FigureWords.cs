using System.Globalization;
using Jiedui.Flow.Indicators;

namespace Jiedui.App.Web.Parts;

/// <summary>A figure in words: its number, and the unit beside it. Large sums in Chinese are told in 万元 and 亿元, as offices do.</summary>
public readonly record struct FigureWords(string Number, string Unit)
{
    public static FigureWords Of(Figure figure, Words.Words words)
    {
        var (divisor, unit) = Step(figure, words);
        string Told(decimal value) => Plain(value / divisor);
        var number = figure switch
        {
            { Value: { } value } => Told(value),
            { Low: { } low, High: { } high } => $"{Told(low)}–{Told(high)}",
            { Low: { } low } => words["{0}以上", Told(low)],
            { High: { } high } => words["{0}以内", Told(high)],
            _ => "—",
        };
        return new FigureWords(number, figure.HasData ? unit : "");
    }

    public static FigureWords Of(decimal value, string unit, Words.Words words)
    {
        var (divisor, told) = Step(value, unit, words);
        return new FigureWords(Plain(value / divisor), told);
    }

    /// <summary>At most two decimals, thousands apart, no idle zeros.</summary>
    public static string Plain(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static (decimal Divisor, string Unit) Step(Figure figure, Words.Words words) =>
        Step(figure.Value ?? figure.Low ?? figure.High ?? 0, figure.Indicator.Unit, words);

    private static (decimal Divisor, string Unit) Step(decimal value, string unit, Words.Words words) =>
        unit is not "元" || Math.Abs(value) < (words.IsEnglish ? 1_000_000 : 10_000) ? (1, words[unit])
        : words.IsEnglish ? (1_000_000, "million yuan")
        : Math.Abs(value) < 100_000_000 ? (10_000, "万元") : (100_000_000, "亿元");
}

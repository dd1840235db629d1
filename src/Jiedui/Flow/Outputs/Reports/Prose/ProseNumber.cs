using System.Globalization;

namespace Jiedui.Flow.Outputs.Reports.Prose;

/// <summary>A number as official prose writes it (GB/T 15835): Arabic digits without thousands commas, 万 and 亿 only where no digit is lost.</summary>
public static class ProseNumber
{
    /// <summary>Nobody reads more decimals before 万 than these, which reach down to a whole unit.</summary>
    private const int MostDecimals = 4;

    public static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>In the power of ten asked for; in the next smaller one where the value is too small for it or would need too many decimals.</summary>
    public static string Scaled(decimal value, int power) => power switch
    {
        8 when Fits(value, 8, MostDecimals) => Plain(value / Of(8)) + "亿",
        8 or 4 when Fits(value, 4, MostDecimals) => Plain(value / Of(4)) + "万",
        _ => Plain(value),
    };

    /// <summary>Whether a value reaches a power of ten and needs at most so many decimals in it.</summary>
    public static bool Fits(decimal value, int power, int decimals) =>
        Math.Abs(value) >= Of(power) && decimal.Round(value / Of(power), decimals) == value / Of(power);

    /// <summary>Cut down to the leading digit: 205250 is 20余万, 35000 is 3万余, 10 is 10. Null where nothing is cut, or a single digit is all there is.</summary>
    public static string? Cut(decimal low, decimal? high = null)
    {
        var step = Step(low);
        var kept = decimal.Floor(low / step) * step;
        if (low < 10 || (high is null ? kept == low : high > kept + step))
            return null;
        return kept switch
        {
            >= 1_0000_0000 => Beside(kept / Of(8), '亿'),
            >= 1_0000 => Beside(kept / Of(4), '万'),
            _ => Plain(kept) + "余",
        };
    }

    // 20余万, but 3万余: 余 follows a round ten, or the power itself.
    private static string Beside(decimal count, char power) => count >= 10 ? $"{Plain(count)}余{power}" : $"{Plain(count)}{power}余";

    private static decimal Step(decimal value)
    {
        var step = 1m;
        while (step * 10 <= value)
            step *= 10;
        return step;
    }

    private static decimal Of(int power) => power == 8 ? 1_0000_0000 : power == 4 ? 1_0000 : 1;
}

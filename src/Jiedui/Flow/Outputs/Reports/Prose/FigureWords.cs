using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reports.Prose;

/// <summary>The number and the counter of one indicator in one format.</summary>
public readonly struct FigureWords(Indicator indicator, FigureFormat format)
{
    private readonly bool isMoney = indicator.Unit.StartsWith('元');
    private readonly string counter = format.Counter.Length > 0 ? format.Counter : indicator.Unit;

    private bool IsPercent => counter == "%";

    /// <summary>One number, with 余 where the format asks for it.</summary>
    public string One(decimal value) => format.More && !IsPercent && ProseNumber.Cut(value) is { } cut ? cut + counter : Bare(value);

    /// <summary>One number, without 余.</summary>
    public string Bare(decimal value)
    {
        var told = Rounded(value);
        return ProseNumber.Scaled(told, PowerOf(told)) + counter;
    }

    /// <summary>Both ends: 8-12个, 3万~5万元, 6%~8%; where the format says 余 and the interval is just that, 20余万元.</summary>
    public string Between(decimal low, decimal high)
    {
        if (format.More && !IsPercent && ProseNumber.Cut(low, high) is { } cut)
            return cut + counter;
        if (IsPercent)
            return $"{Bare(low)}~{Bare(high)}";
        // Both ends in the same power, lest 8000~1.2万元.
        var power = Math.Min(PowerOf(low), PowerOf(high));
        return ProseNumber.Scaled(low, power) + (isMoney ? '~' : '-') + ProseNumber.Scaled(high, power) + counter;
    }

    /// <summary>Money that fits 万 with two decimals is told in 万, unless the format names 元 itself.</summary>
    private int PowerOf(decimal value) =>
        format.Power > 0 ? (ProseNumber.Fits(value, 4, 4) ? format.Power : 0)
        : isMoney && format.Counter.Length == 0 && ProseNumber.Fits(value, 4, 2) ? 4 : 0;

    /// <summary>Only what comes of a division is rounded, to two decimals; a floor downwards, so that 不低于 stays true.</summary>
    private decimal Rounded(decimal value) => indicator.Nature switch
    {
        Nature.Ratio => decimal.Round(value, 2, MidpointRounding.AwayFromZero),
        Nature.Floor => decimal.Round(value, 2, MidpointRounding.ToNegativeInfinity),
        Nature.Flow or Nature.Stock or Nature.Distinct => value,
    };
}

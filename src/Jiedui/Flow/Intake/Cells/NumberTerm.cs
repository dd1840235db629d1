namespace Jiedui.Flow.Intake.Cells;

/// <summary>One number as written, with what follows it. 20余万元 is 20, more, by 万, of 元.</summary>
/// <param name="Digits">The number before its magnitude.</param>
/// <param name="Step">The place of its last digit that is not zero.</param>
/// <param name="Small">What 十百千 behind Arabic digits multiply it by.</param>
/// <param name="Big">What 万 and 亿 behind it multiply it by.</param>
/// <param name="IsChinese">Whether it is written in Chinese numerals.</param>
/// <param name="HasOwnBig">Whether 万 or 亿 stand in it, behind or within.</param>
/// <param name="Blur">余 or 来, if any.</param>
/// <param name="Unit">What follows: a unit word, or nothing.</param>
internal readonly record struct NumberTerm(
    decimal Digits, decimal Step, decimal Small, decimal Big, bool IsChinese, bool HasOwnBig, NumberBlur Blur, string Unit)
{
    public decimal Value => Digits * Small * Big;

    public decimal Next => (Digits + Step) * Small * Big;

    public bool SaysUnit => Unit.Length > 0 || HasOwnBig;

    public bool HasMagnitude => Small > 1 || HasOwnBig || (IsChinese && Digits >= 10);

    /// <summary>In 3-5万元 the magnitude of the second number is the first one's too.</summary>
    public NumberTerm Before(NumberTerm second)
    {
        if (Unit.Length > 0 || HasOwnBig)
            return this;
        return this with { Big = second.Big, HasOwnBig = second.HasOwnBig, Small = HasMagnitude ? Small : second.Small };
    }
}

/// <summary>A word inside a number that makes it less than exact.</summary>
internal enum NumberBlur
{
    None,

    /// <summary>余、多.</summary>
    More,

    /// <summary>来.</summary>
    About,
}

using Jiedui.Declaring;

namespace Jiedui.Flow.Indicators;

/// <summary>The value of an indicator as asked. <see cref="Value"/> where it is one number; otherwise the interval's ends (null is open); all null without data.</summary>
/// <param name="Value">In the indicator's unit (yuan, 人, %).</param>
/// <param name="Low">The lower end of an interval, else null.</param>
/// <param name="High">The upper end of an interval, else null.</param>
/// <param name="Records">How many records stand behind it: behind a coverage those of the whole, behind a yield the returns.</param>
/// <param name="Query">How it was asked.</param>
public sealed record Figure(Indicator Indicator, decimal? Value, decimal? Low, decimal? High, long Records, FigureQuery Query)
{
    public bool HasData => Value is not null || Low is not null || High is not null;
}

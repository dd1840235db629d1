using System.Globalization;

namespace Jiedui.Measures;

/// <summary>A span of days, both ends included (catalogue).</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>All days up to <see cref="To"/>: what a stock at that date adds.</summary>
    public static Period Until(DateOnly day) => new(DateOnly.MinValue, day);

    /// <summary>From the first day of one month to the last day of another; each written 2020-05, or 2020 or 2020-05-01.</summary>
    public static Period Between(PartialDate from, PartialDate to) => new(from.First, to.Last);

    public bool Contains(DateOnly day) => From <= day && day <= To;

    public IEnumerable<Period> Months()
    {
        for (var first = From; first <= To;)
        {
            var last = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
            yield return new Period(first, last > To ? To : last);
            // Behind the last day that there is comes none.
            if (last >= To)
                yield break;
            first = last.AddDays(1);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");
}

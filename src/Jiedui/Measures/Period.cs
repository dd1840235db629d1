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
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= To; month = month.AddMonths(1))
            yield return new Period(month < From ? From : month, month.AddMonths(1).AddDays(-1) is var last && last > To ? To : last);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");
}

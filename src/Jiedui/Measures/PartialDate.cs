using System.Globalization;

namespace Jiedui.Measures;

/// <summary>A date as precisely as it was written: 2020年5月 is a month, not its first day. Counted on its last day (catalogue).</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (month is null && day is not null)
            throw new ArgumentException("A day needs a month.", nameof(day));
        First = new DateOnly(year, month ?? 1, day ?? 1);
        Precision = day is not null ? DatePrecision.Day : month is not null ? DatePrecision.Month : DatePrecision.Year;
    }

    public DatePrecision Precision { get; }

    /// <summary>The first day that it may mean.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that it may mean: the day on which it counts.</summary>
    public DateOnly Last => Precision switch
    {
        DatePrecision.Year => new DateOnly(First.Year, 12, 31),
        DatePrecision.Month => new DateOnly(First.Year, First.Month, DateTime.DaysInMonth(First.Year, First.Month)),
        DatePrecision.Day => First,
    };

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads what <see cref="ToString"/> writes: 2020, 2020-05 or 2020-05-01.</summary>
    public static PartialDate Parse(string text)
    {
        var parts = text.Split('-');
        int Part(int index) => int.Parse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture);
        return parts.Length switch
        {
            1 => new PartialDate(Part(0)),
            2 => new PartialDate(Part(0), Part(1)),
            _ => new PartialDate(Part(0), Part(1), Part(2)),
        };
    }

    public int CompareTo(PartialDate other) => Last.CompareTo(other.Last);

    /// <summary>ISO 8601 at its precision: 2020, 2020-05, 2020-05-01.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

public enum DatePrecision
{
    Year,
    Month,
    Day,
}

using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Matching.Traits;

/// <summary>What each opening offers of one number, from its low end to its high one, in smallest units.</summary>
internal sealed class Offers(Column column)
{
    /// <summary>Of an empty cell.</summary>
    public const long None = -1;

    private readonly List<long> lows = [];
    private readonly List<long> highs = [];

    /// <summary>The least that a cell says; <see cref="None"/> of an empty one.</summary>
    public static long Least(Row row, Column column) => row[column] is Amount amount ? amount.Low ?? amount.High ?? None : None;

    public void Add(Row row)
    {
        lows.Add(Least(row, column));
        highs.Add(row[column] is Amount amount ? amount.High ?? amount.Low ?? None : None);
    }

    public bool Has(int opening) => lows[opening] > None;

    public long LowOf(int opening) => lows[opening];

    public long HighOf(int opening) => highs[opening];

    /// <summary>3500-4300 元.</summary>
    public string Told(int opening) => lows[opening] == highs[opening] ? InUnits(lows[opening]) : $"{Number(lows[opening])}-{InUnits(highs[opening])}";

    /// <summary>4000 元: a price's unit is told without what it is for.</summary>
    public string InUnits(long smallest) => $"{Number(smallest)} {column.UnitText.Split('/')[0]}";

    private string Number(long smallest) => ((decimal)smallest / column.Scale).ToString("0.##", CultureInfo.InvariantCulture);
}

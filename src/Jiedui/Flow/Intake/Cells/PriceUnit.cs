using System.Collections.Frozen;
using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>元, and prices: 元/亩, 元/月, 元/人/月. A price by something else than the column's does not fit it.</summary>
internal static class PriceUnit
{
    private static readonly char[] Slashes = ['/', '每', '·', '.', '*'];

    public static bool Fits(Column column, string unit, FrozenSet<string> sums)
    {
        var parts = unit.Split(Slashes, StringSplitOptions.RemoveEmptyEntries);
        return (parts.Length == 0 || unit[0] == '/' || sums.Contains(parts[0])) && parts.Skip(unit is ['/' or '每', ..] ? 0 : 1).All(per => FitsPer(column, per, parts));
    }

    /// <summary>Whether a price by this word is what the column means: its unit says so, or its name (月工资).</summary>
    public static bool FitsPer(Column column, string per, IReadOnlyList<string> allPers)
    {
        var word = per is "个月" ? "月" : per is "日" ? "天" : per;
        return Says(column, word) || (IsUnitPrice(column) && allPers.Count == 2) || (word == "人" && Says(column, "月") && allPers.Any(other => other is "月" or "个月"));
    }

    /// <summary>单价 is by whatever the goods are sold by: 120元/箱.</summary>
    public static bool IsUnitPrice(Column column) => column.UnitText == "元" && column.Name.Contains("单价", StringComparison.Ordinal);

    private static bool Says(Column column, string per) =>
        column.UnitText.EndsWith('/' + per, StringComparison.Ordinal) || (per is "月" or "年" or "天" && column.Name.Contains(per, StringComparison.Ordinal));
}

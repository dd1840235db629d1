using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>The checks that most ledgers share (domain §4): 其中 ≤ 总数, end ≥ start, and a number that lost or gained a 万.</summary>
public static class CommonChecks
{
    /// <summary>A part is no more than its whole. An interval breaks it only where it must.</summary>
    public static LedgerBuilder WarnsIfMore<T>(this LedgerBuilder it, string code, QuantityColumn<T> part, QuantityColumn<T> whole)
        where T : struct, IDimension => it.Warns(
            code, $"“{part.Name}”多于“{whole.Name}”，部分不会大于总数", "请核对两个数，看是否填反或单位写错",
            row => !(part.Of(row)?.Amount.Low > whole.Of(row)?.Amount.High), (part, "30"), (whole, "20"));

    /// <summary>One date is not before another. Coarse dates break it only where they must: 2020年5月 is not before 2020-05-20.</summary>
    public static LedgerBuilder WarnsIfEarlier(this LedgerBuilder it, string code, DateColumn later, DateColumn earlier) => it.Warns(
        code, $"“{later.Name}”早于“{earlier.Name}”", "请核对两个日期，看年份是否写错或两列填反",
        row => !(later.Of(row)?.Last < earlier.Of(row)?.First), (later, Sample(later, 2019)), (earlier, Sample(earlier, 2020)));

    /// <summary>A number lies within what is usual, both ends included; outside, its unit was probably mistaken.</summary>
    /// <param name="low">In the column's unit.</param>
    /// <param name="high">In the column's unit.</param>
    /// <param name="sample">A cell, in the column's unit, that lies outside.</param>
    public static LedgerBuilder WarnsOutside<T>(this LedgerBuilder it, string code, QuantityColumn<T> column, long low, long high, string sample)
        where T : struct, IDimension => it.Warns(
            code, $"“{column.Name}”不在常见范围（{low}～{high}{column.UnitText}）内，可能把元与万元弄混", "请核对数值和单位；确实如此的可以保留，并在备注中说明",
            row => !(column.Of(row)?.Amount.Low < low * T.Scale) && !(column.Of(row)?.Amount.High > high * T.Scale), (column, sample));

    private static string Sample(DateColumn column, int year) => column.Kind == ColumnKind.Year ? $"{year}" : $"{year}年5月";
}

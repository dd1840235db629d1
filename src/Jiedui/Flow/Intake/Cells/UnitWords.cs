using System.Collections.Frozen;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Which unit words fit a column, and what they multiply by.</summary>
internal static class UnitWords
{
    private static readonly FrozenSet<string> Persons = Set("人", "名", "位", "人次", "名次", "人数", "个人", "口");
    private static readonly FrozenSet<string> Households = Set("户", "户家庭", "家庭");
    private static readonly FrozenSet<string> Posts = Set("个", "人", "名", "位", "岗", "个岗位", "岗位");
    private static readonly FrozenSet<string> Happenings = Set("次", "场", "场次", "期", "班", "批", "批次", "届", "轮", "回", "期次", "班次");
    private static readonly FrozenSet<string> Things = Set(
        "个", "家", "所", "项", "条", "座", "处", "间", "种", "类", "件", "份", "对", "只", "款", "国", "村", "镇", "校", "院", "团", "家企业", "个村", "家单位", "个单位", "所学校", "家医院");
    private static readonly FrozenSet<string> Days = Set("天", "日");
    private static readonly FrozenSet<string> Areas = Set("亩");
    private static readonly FrozenSet<string> Sums = Set("元", "圆", "块", "块钱", "元钱", "元人民币", "元RMB");

    private static readonly FrozenDictionary<string, decimal> Shares = new Dictionary<string, decimal>
    {
        ["%"] = 1,
        ["百分比"] = 1,
        ["百分数"] = 1,
        ["‰"] = 0.1m,
        ["成"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a unit multiplies the column's own unit by; null where it does not fit. The empty unit is the column's own.</summary>
    public static decimal? FactorOf(Column column, string unit)
    {
        if (unit.Length == 0 || unit == column.UnitText)
            return 1;
        if (column.Kind == ColumnKind.Percent)
            return Shares.TryGetValue(unit, out var share) ? share : null;
        if (column is QuantityColumn<Plain>)
            return 1;
        var word = unit;
        var factor = MagnitudeWords.TakeFrom(ref word);
        var fits = column.Kind == ColumnKind.Money ? PriceUnit.Fits(column, word, Sums) : word.Length == 0 || Counters(column).Contains(word) || word == column.UnitText;
        return fits ? factor : null;
    }

    private static FrozenSet<string> Counters(Column column) => column switch
    {
        QuantityColumn<People> or QuantityColumn<PersonTimes> => Persons,
        QuantityColumn<Households> => Households,
        QuantityColumn<Jobs> => Posts,
        QuantityColumn<Times> => Happenings,
        QuantityColumn<Items> => Things,
        QuantityColumn<Days> => Days,
        QuantityColumn<Area> => Areas,
        _ => FrozenSet<string>.Empty,
    };

    private static FrozenSet<string> Set(params ReadOnlySpan<string> words) => FrozenSet.Create(StringComparer.Ordinal, words);
}

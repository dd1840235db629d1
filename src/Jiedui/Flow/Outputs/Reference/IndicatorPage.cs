using System.Globalization;
using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Reference;

/// <summary>Every figure with its written definition, by field.</summary>
internal static class IndicatorPage
{
    public static string Of(Catalogue catalogue)
    {
        var page = new Markdown("指标口径");
        page.Paragraph($"共 {catalogue.Indicators.Count} 个指标。代码就是 `./jiedui figures` 和 `./jiedui trace` 所用的代码。");
        page.Items(
        [
            "累计数：期内发生的相加。",
            "时点数：期末（或今天）还在的，不跨期相加。",
            "去重数：整个期间内不同的人、户、单位各计一次，所以两个月之和可以大于全期。",
            "最低值：期内最小的一个。",
            "比率：分子、分母分别保留，用时再除。",
        ]);
        foreach (var field in catalogue.Fields.Where(field => field.Indicators.Count > 0))
        {
            page.Heading(field.Name);
            page.Table(["代码", "名称", "单位", "性质", "口径", "怎样算", "版本", "启用", "来自台账"], field.Indicators.Select(one => Row(one, catalogue)));
            foreach (var promise in field.Promises)
                page.Paragraph($"承诺：{promise.Words}——{promise.Indicator.Name}不低于 {Number(promise.AtLeast)} {promise.Indicator.Unit}。");
        }
        return page.ToString();
    }

    private static string[] Row(Indicator one, Catalogue catalogue) =>
    [
        $"<a id=\"{one.Code}\"></a>`{one.Code}`", one.Name, one.Unit, Wording.Of(one.Nature), one.Definition, Reckoned(one.Formula),
        one.Version.ToString(CultureInfo.InvariantCulture), Validity(one),
        string.Join('、', one.Formula.Measures.SelectMany(catalogue.Feeding).Distinct().Select(ledger => $"[{ledger.Name}](ledgers/{ledger.Code}.md)")),
    ];

    private static string Validity(Indicator one) =>
        one.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (one.ValidTo is { } to ? $" 至 {to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "");

    private static string Reckoned(Formula formula) => formula switch
    {
        SumFormula => "期内相加",
        StockFormula => "期末时点",
        DistinctFormula => "期内去重计数",
        LeastFormula => "期内最小",
        RatioFormula ratio => $"{ratio.Numerator.Name} ÷ {ratio.Denominator.Name}",
        CoverageFormula coverage => $"{coverage.Whole.Name}中有“{coverage.Covering.Name}”的占比",
        YieldFormula { LeastOnly: true } yield => $"{yield.Numerator.Name} ÷ {yield.Denominator.Name}，逐项算，取最低",
        YieldFormula yield => $"{yield.Numerator.Name} ÷ {yield.Denominator.Name}",
        _ => throw new ArgumentException($"{formula.GetType()} has no words.", nameof(formula)),
    };

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

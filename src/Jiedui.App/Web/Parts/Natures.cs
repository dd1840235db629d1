using Jiedui.Declaring;

namespace Jiedui.App.Web.Parts;

/// <summary>How a figure behaves, in the office's words.</summary>
internal static class Natures
{
    public static string Told(Nature nature) => nature switch
    {
        Nature.Flow => "发生数，可按月累加",
        Nature.Stock => "时点数，不能跨月相加",
        Nature.Distinct => "去重数，同一对象只计一次，不能跨期相加",
        Nature.Floor => "最低值",
        Nature.Ratio => "比值，分子分母分别保留",
    };

    public static string Reckoned(Formula formula) => formula switch
    {
        SumFormula => "时段内各记录之和",
        StockFormula => "截至时段最后一天的合计",
        DistinctFormula => "时段内不重复的对象个数",
        LeastFormula => "时段内各记录中的最小值",
        RatioFormula ratio => $"{ratio.Numerator.Name} ÷ {ratio.Denominator.Name}",
        CoverageFormula coverage => $"{coverage.Whole.Name}中已有{coverage.Covering.Name}的比例",
        YieldFormula yield => $"{yield.Numerator.Name} ÷ {yield.Denominator.Name}" + (yield.LeastOnly ? "，取各期最低" : ""),
        _ => "",
    };
}

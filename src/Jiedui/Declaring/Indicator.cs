using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>
/// 指标: a figure that can be asked for by period, unit and condition, with its written definition (口径). Definitions carry a version and dates, so that a
/// later 口径 does not rewrite an earlier report.
/// </summary>
public sealed class Indicator
{
    private Indicator(string code, string name, string unit, Nature nature, string definition, Formula formula)
    {
        Code = code;
        Name = name;
        Unit = unit;
        Nature = nature;
        Definition = definition;
        Formula = formula;
    }

    /// <summary>field.noun_unit, as in case/facts.tsv.</summary>
    public string Code { get; }

    public string Name { get; }

    /// <summary>The unit in which its value is told, e.g. 场次, 元/亩, %.</summary>
    public string Unit { get; }

    public Nature Nature { get; }

    /// <summary>口径: what is counted, whom it leaves out, and on which date, in Chinese.</summary>
    public string Definition { get; }

    public Formula Formula { get; }

    /// <summary>The version of the definition.</summary>
    public int Version { get; private init; } = 1;

    /// <summary>From when the definition holds.</summary>
    public DateOnly ValidFrom { get; private init; } = new(2019, 1, 1);

    /// <summary>Until when, or null while it holds.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>The field's code: labour of labour.job_fairs.</summary>
    public string Field => Code[..Code.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Adds a flow over the period. Refused for a stock and for 人 or 户 that could repeat.</summary>
    public static Indicator Sum<T>(Measure<T> measure, string definition)
        where T : struct, IDimension => measure.Nature != Nature.Flow
            ? throw new DeclarationException($"指标 {measure.Code}：科目性质是 {measure.Nature}，不能跨期相加。")
            : new Indicator(measure.Code, measure.Name, measure.Unit, Nature.Flow, definition, new SumFormula(measure));

    /// <summary>What stands at the period's last day.</summary>
    public static Indicator AtDate<T>(Measure<T> measure, string definition)
        where T : struct, IDimension => measure.Nature != Nature.Stock
            ? throw new DeclarationException($"指标 {measure.Code}：科目性质是 {measure.Nature}，没有时点值。")
            : new Indicator(measure.Code, measure.Name, measure.Unit, Nature.Stock, definition, new StockFormula(measure));

    /// <summary>Counts distinct subjects over the whole period.</summary>
    public static Indicator Distinct<T>(Measure<T> measure, string definition)
        where T : struct, IDimension => measure.Nature != Nature.Distinct
            ? throw new DeclarationException($"指标 {measure.Code}：科目性质是 {measure.Nature}，不能去重计数。")
            : new Indicator(measure.Code, measure.Name, measure.Unit, Nature.Distinct, definition, new DistinctFormula(measure));

    /// <summary>The least value of a row in the period.</summary>
    public static Indicator Least<T>(Measure<T> measure, string definition)
        where T : struct, IDimension => measure.Nature != Nature.Floor
            ? throw new DeclarationException($"指标 {measure.Code}：科目性质是 {measure.Nature}，没有最低值。")
            : new Indicator(measure.Code, measure.Name, measure.Unit, Nature.Floor, definition, new LeastFormula(measure));

    /// <summary>One flow of the period over another: a price, or with unit % a share.</summary>
    public static Indicator Ratio(string code, string name, string unit, Measure numerator, Measure denominator, string definition) =>
        numerator.Nature != Nature.Flow || denominator.Nature is not (Nature.Flow or Nature.Stock)
            ? throw new DeclarationException($"指标 {code}：{numerator.Code} / {denominator.Code} 不是两个可相加科目之比。")
            : new Indicator(code, name, unit, Nature.Ratio, definition, new RatioFormula(numerator, denominator));

    /// <summary>The share, in %, of what stands in one measure at a date whose subject stands in another too: pairs that have an agreement in force.</summary>
    public static Indicator Coverage(string code, string name, Measure whole, Measure covering, string definition) =>
        whole.Nature != Nature.Stock || covering.Nature != Nature.Stock
            ? throw new DeclarationException($"指标 {code}：覆盖率取时点值，{whole.Code} 与 {covering.Code} 都应为 Stock。")
            : new Indicator(code, name, "%", Nature.Ratio, definition, new CoverageFormula(whole, covering));

    /// <summary>
    /// A return in % on what its subject's whole was given: for each subject of the numerator in the period (a project in a year), its sum over the
    /// denominator of the whole that it is part of (the project). All of them together, each year's base counted.
    /// </summary>
    public static Indicator Yield(string code, string name, Measure numerator, Measure denominator, string definition) =>
        new(code, name, "%", Nature.Ratio, definition, new YieldFormula(numerator, denominator, LeastOnly: false));

    /// <summary>The same, but the least of the subjects' rates.</summary>
    public static Indicator LeastYield(string code, string name, Measure numerator, Measure denominator, string definition) =>
        new(code, name, "%", Nature.Floor, definition, new YieldFormula(numerator, denominator, LeastOnly: true));

    public override string ToString() => Code;
}

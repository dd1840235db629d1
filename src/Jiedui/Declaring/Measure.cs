using Jiedui.Measures;

namespace Jiedui.Declaring;

/// <summary>科目: what postings are made to. Made through <see cref="Measure{T}"/>.</summary>
public abstract class Measure
{
    private protected Measure(string code, string name, Nature nature, string unit, int scale)
    {
        Code = code;
        Name = name;
        Nature = nature;
        Unit = unit;
        Scale = scale;
    }

    /// <summary>field.noun_unit, as in labour.job_fairs.</summary>
    public string Code { get; }

    public string Name { get; }

    public Nature Nature { get; }

    /// <summary>The unit word, e.g. 场次.</summary>
    public string Unit { get; }

    /// <summary>How many smallest units make one <see cref="Unit"/>.</summary>
    public int Scale { get; }

    /// <summary>Why 人 or 户 that no ID backs may be added here; null where they may not.</summary>
    public string? AddsBecause { get; private protected init; }

    public override string ToString() => Code;
}

/// <summary>A measure of one dimension: only quantities of that dimension can be posted to it.</summary>
public sealed class Measure<T> : Measure
    where T : struct, IDimension
{
    private Measure(string code, string name, Nature nature, string? unit)
        : base(code, name, nature, unit ?? T.Symbol, T.Scale)
    {
    }

    /// <summary>Adds over time. 人 and 户 are refused here: they never add over periods.</summary>
    public static Measure<T> Flow(string code, string name, string? unit = null) =>
        typeof(T) == typeof(People) || typeof(T) == typeof(Households)
            ? throw new DeclarationException($"科目 {code}：{T.Symbol}不能跨期相加，请声明为 Distinct，或用 Headcount 写明为何不会重复。")
            : new Measure<T>(code, name, Nature.Flow, unit);

    /// <summary>人 or 户 that each row reports as a number, and that may be added because no one stands in two rows.</summary>
    /// <param name="because">The written reason, shown with the definition.</param>
    public static Measure<T> Headcount(string code, string name, string because, string? unit = null) =>
        new(code, name, Nature.Flow, unit) { AddsBecause = because };

    public static Measure<T> Stock(string code, string name, string? unit = null) => new(code, name, Nature.Stock, unit);

    /// <summary>Counts distinct subjects (persons, households, units): exact over any period, corrections and withdrawals included.</summary>
    public static Measure<T> Distinct(string code, string name, string? unit = null) => new(code, name, Nature.Distinct, unit);

    /// <summary>Keeps the least value.</summary>
    public static Measure<T> Floor(string code, string name, string? unit = null) => new(code, name, Nature.Floor, unit);
}

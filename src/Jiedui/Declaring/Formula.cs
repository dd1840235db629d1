namespace Jiedui.Declaring;

/// <summary>How an indicator is reckoned from postings. Evaluated by Flow/Indicators.</summary>
public abstract record Formula
{
    private protected Formula()
    {
    }

    /// <summary>The measures whose postings stand behind the figure: what its trace lists.</summary>
    public abstract IReadOnlyList<Measure> Measures { get; }
}

public sealed record SumFormula(Measure Of) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Of];
}

public sealed record StockFormula(Measure Of) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Of];
}

public sealed record DistinctFormula(Measure Of) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Of];
}

public sealed record LeastFormula(Measure Of) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Of];
}

public sealed record RatioFormula(Measure Numerator, Measure Denominator) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Numerator, Denominator];
}

public sealed record CoverageFormula(Measure Whole, Measure Covering) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Whole, Covering];
}

public sealed record YieldFormula(Measure Numerator, Measure Denominator, bool LeastOnly) : Formula
{
    public override IReadOnlyList<Measure> Measures => [Numerator, Denominator];
}

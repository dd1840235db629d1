using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Measures;
using Jiedui.Sealing;

namespace Jiedui.Flow.Indicators;

/// <summary>Answers what an indicator's value is, by period, unit, condition and moment. Reads only; one object serves one connection.</summary>
/// <param name="connection">The books.</param>
/// <param name="catalogue">What is counted.</param>
/// <param name="vault">Makes the prints by which persons are asked for.</param>
public sealed class Figures(DbConnection connection, Catalogue catalogue, Vault vault)
{
    private readonly PostingSums sums = new(connection, catalogue, vault.Prints);

    public DbConnection Connection { get; } = connection;

    public Vault Vault { get; } = vault;

    public Figure Of(Indicator indicator, FigureQuery query)
    {
        Demand(indicator, query);
        return Reckoned(indicator, query);
    }

    /// <summary>Many figures of one question, in a few statements, however many they are.</summary>
    public IReadOnlyList<Figure> All(IReadOnlyCollection<Indicator> indicators, FigureQuery query)
    {
        sums.Prepare(indicators, query);
        try
        {
            return [.. indicators.Select(indicator => Of(indicator, query))];
        }
        finally
        {
            sums.Forget();
        }
    }

    /// <summary>The records behind a figure, page by page.</summary>
    public IReadOnlyList<TraceLine> Trace(Indicator indicator, FigureQuery query, int limit, int offset = 0)
    {
        Demand(indicator, query);
        return new Traces(Connection, catalogue, sums).Of(indicator, query, limit, offset);
    }

    /// <summary>How many lines the trace of a figure has, over all its pages: a record has one for each of the formula's measures that it stands behind.</summary>
    public long TraceLength(Indicator indicator, FigureQuery query)
    {
        Demand(indicator, query);
        return sums.Behind(indicator, query);
    }

    /// <summary>How many pieces of evidence the first records behind a figure have.</summary>
    /// <param name="limit">How many records are looked at.</param>
    public int Pieces(Indicator indicator, FigureQuery query, int limit) =>
        LedgersOf(indicator).Any(ledger => RecordGrades.HasAny(Connection, query.Partnership, ledger)) ? Trace(indicator, query, limit).Sum(line => line.Evidence) : 0;

    /// <summary>How many of the records behind a figure have evidence of which grade.</summary>
    public GradeCounts Grades(Indicator indicator, FigureQuery query)
    {
        Demand(indicator, query);
        return new Grading(Connection, catalogue, sums).Of(indicator, query);
    }

    /// <summary>Month by month.</summary>
    public IReadOnlyList<(Period Period, Figure Figure)> Trend(Indicator indicator, FigureQuery query) =>
        [.. query.Period.Months().Select(month => (month, Of(indicator, query with { Period = month })))];

    /// <summary>By the units that stand right below the two sides' regions; those without records are left out.</summary>
    public IReadOnlyList<(UnitRef Unit, Side Side, Figure Figure)> ByUnit(Indicator indicator, FigureQuery query)
    {
        var units = sums.UnitsOf(query.Partnership);
        var regions = units.All.Where(unit => unit is { Parent: null, Side: not null }).ToList();
        return
        [
            .. regions.SelectMany(region => units.Children(region.Id).Select(child => (child.Ref, region.Side!.Value, Figure: Of(indicator, query with { Unit = child.Ref }))))
                .Where(line => line.Figure.Records > 0),
        ];
    }

    /// <summary>By the values of a column; those without records are left out.</summary>
    public IReadOnlyList<(string Value, Figure Figure)> ByColumn(Indicator indicator, FigureQuery query, Column column) =>
    [
        .. sums.ValuesOf(indicator, query, column).Select(value => (value, Of(indicator, query with { Where = [.. query.Where, (column.Name, value)] })))
            .Where(line => line.Item2.Records > 0),
    ];

    /// <summary>Whether the ledgers that feed an indicator have the columns that the question names.</summary>
    public bool Answers(Indicator indicator, FigureQuery query) =>
        query.Where.All(where => LedgersOf(indicator).Any(ledger => query.ColumnIn(ledger, where.Column) is not null));

    private void Demand(Indicator indicator, FigureQuery query)
    {
        if (!Answers(indicator, query))
        {
            throw new UnanswerableException(
                $"指标“{indicator.Name}”的台账（{string.Join('、', LedgersOf(indicator).Select(ledger => ledger.Name))}）没有“{string.Join('、', query.Where.Select(where => where.Column))}”这样的列。");
        }
    }

    private Figure Reckoned(Indicator indicator, FigureQuery query) => indicator.Formula switch
    {
        SumFormula sum => FromSums(indicator, query, sums.Of(sum.Of, query, upToDate: false)),
        StockFormula stock => FromSums(indicator, query, sums.Of(stock.Of, query, upToDate: true)) with { Records = sums.Records(stock.Of, query, upToDate: true) },
        DistinctFormula distinct => FromDistinct(indicator, query, sums.Distinct(distinct.Of, query)),
        LeastFormula least => FromLeast(indicator, query, least.Of),
        RatioFormula ratio => FromRatio(indicator, query, ratio),
        CoverageFormula coverage => FromCoverage(indicator, query, coverage),
        YieldFormula yield => FromYield(indicator, query, yield),
        var other => throw new NotSupportedException($"{other.GetType().Name} is no formula."),
    };

    private IEnumerable<LedgerType> LedgersOf(Indicator indicator) => indicator.Formula.Measures.SelectMany(catalogue.Feeding).Distinct();

    private static Figure FromSums(Indicator indicator, FigureQuery query, PostingSum sum)
    {
        var scale = (decimal)indicator.Formula.Measures[0].Scale;
        var low = sum.OpenLow > 0 ? (decimal?)null : sum.Low / scale;
        var high = sum.OpenHigh > 0 ? (decimal?)null : sum.High / scale;
        return low == high && low is not null
            ? new Figure(indicator, low, null, null, sum.Postings, query)
            : new Figure(indicator, null, low, high, sum.Postings, query);
    }

    private static Figure FromDistinct(Indicator indicator, FigureQuery query, (long Members, long Records) counted) =>
        new(indicator, counted.Members, null, null, counted.Records, query);

    private Figure FromLeast(Indicator indicator, FigureQuery query, Measure measure)
    {
        var (least, postings) = sums.Least(measure, query);
        return new Figure(indicator, least / (decimal)measure.Scale, null, null, postings, query);
    }

    private Figure FromRatio(Indicator indicator, FigureQuery query, RatioFormula ratio)
    {
        var numerator = sums.Of(ratio.Numerator, query, upToDate: false);
        var denominator = sums.Of(ratio.Denominator, query, upToDate: ratio.Denominator.Nature == Nature.Stock);
        var factor = indicator.Unit == "%" ? 100m : 1m;
        var value = denominator.Low == 0 ? (decimal?)null : factor * numerator.Low / ratio.Numerator.Scale / ((decimal)denominator.Low / ratio.Denominator.Scale);
        return new Figure(indicator, Rounded(value), null, null, numerator.Postings + denominator.Postings, query);
    }

    private Figure FromCoverage(Indicator indicator, FigureQuery query, CoverageFormula coverage)
    {
        var covered = sums.BySubject(coverage.Covering, query, upToDate: true).Where(line => line.Low > 0).Select(line => line.Subject).ToHashSet();
        var whole = sums.BySubject(coverage.Whole, query, upToDate: true);
        var all = whole.Sum(line => line.Low);
        var value = all == 0 ? (decimal?)null : 100m * whole.Where(line => covered.Contains(line.Subject)).Sum(line => line.Low) / all;
        return new Figure(indicator, Rounded(value), null, null, sums.Records(coverage.Whole, query, upToDate: true), query);
    }

    private Figure FromYield(Indicator indicator, FigureQuery query, YieldFormula yield)
    {
        var returns = sums.BySubject(yield.Numerator, query, upToDate: false);
        var bases = sums.BySubject(yield.Denominator, BaseOf(query), upToDate: true)
            .ToDictionary(line => line.Subject, line => line.Low);
        var rates = returns.Where(line => line.PartOf is { } whole && bases.GetValueOrDefault(whole) > 0).Select(line => (line.Low, Base: bases[line.PartOf!.Value])).ToList();
        decimal? value = rates.Count == 0 ? null
            : yield.LeastOnly ? rates.Min(rate => 100m * rate.Low / rate.Base)
            : 100m * rates.Sum(rate => rate.Low) / rates.Sum(rate => rate.Base);
        return new Figure(indicator, Rounded(value), null, null, returns.Sum(line => line.Postings), query);
    }

    /// <summary>
    /// What was put in counts whenever it was put in, and whatever unit or row the returns are asked for; but never what lies outside the asker's reach, nor, where
    /// only what both sides confirmed is asked for, what they did not: a rate is confirmed where both its sums are.
    /// </summary>
    internal static FigureQuery BaseOf(FigureQuery query) =>
        new(query.Partnership, Period.Until(DateOnly.MaxValue)) { AsOf = query.AsOf, Within = query.Within, ConfirmedOnly = query.ConfirmedOnly };

    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, 6) / 1.000000m : null;
}

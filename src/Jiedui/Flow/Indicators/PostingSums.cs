using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Indicators;

/// <summary>What postings add up to, in smallest units; open ends are counted apart.</summary>
internal readonly record struct PostingSum(long Low, long High, long OpenLow, long OpenHigh, long Postings);

/// <summary>What the postings about one subject add up to.</summary>
internal readonly record struct SubjectSum(long Subject, long? PartOf, long Low, long Postings);

/// <summary>The few sums from which every formula is reckoned.</summary>
internal sealed class PostingSums(DbConnection connection, Catalogue catalogue, KeyedHash prints)
{
    private readonly Codes codes = Codes.Load(connection);
    private readonly Dictionary<long, UnitRegistry> units = [];
    private Prepared? prepared;

    public Codes Codes => codes;

    public UnitRegistry UnitsOf(long partnership) =>
        units.TryGetValue(partnership, out var known) ? known : units[partnership] = UnitRegistry.Load(connection, partnership);

    public PostingFilter Filter(Measure measure, FigureQuery query, bool upToDate) =>
        PostingFilter.For(measure, query, upToDate, catalogue, codes, () => UnitsOf(query.Partnership), prints, connection);

    /// <summary>Reads at once what a question needs of many measures, where sums are kept for it. It is answered from what was read, until that is forgotten.</summary>
    public void Prepare(IReadOnlyCollection<Indicator> indicators, FigureQuery query)
    {
        if (!query.BeginsMonth || query.KeptFor(UnitsOf) is not { } unit)
            return;
        var formulas = indicators.Select(indicator => indicator.Formula).ToList();
        var kept = new KeptSums(connection, query.Partnership, unit);
        var (from, to) = query.Months;
        var stocks = formulas.SelectMany(formula => formula.Measures).Where(measure => measure.Nature == Nature.Stock).Select(measure => KeptAs(measure, query)).Distinct();
        var others = formulas.SelectMany(formula => formula.Measures).Where(measure => measure.Nature != Nature.Stock).Select(measure => KeptAs(measure, query)).Distinct();
        var distinct = formulas.OfType<DistinctFormula>().Select(formula => KeptAs(formula.Of, query)).Distinct();
        prepared = new Prepared(query, kept.Between(others, from, to), kept.Between(stocks, 0, to), kept.Members(distinct, from, to));
    }

    public void Forget() => prepared = null;

    public PostingSum Of(Measure measure, FigureQuery query, bool upToDate)
    {
        if (Kept(measure, query, upToDate) is { } kept)
            return new PostingSum(kept.Low, kept.High, kept.OpenLow, kept.OpenHigh, kept.Postings);
        var filter = Filter(measure, query, upToDate);
        var (low, high, openLow, openHigh, postings) = connection.QuerySingle<(long?, long?, long?, long?, long?)>(
            $"""
            SELECT CAST(sum(low) AS BIGINT), CAST(sum(high) AS BIGINT), CAST(sum(CASE WHEN low IS NULL THEN sign ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN high IS NULL THEN sign ELSE 0 END) AS BIGINT), CAST(sum(sign) AS BIGINT)
            FROM posting p WHERE {filter.OnPostings}
            """,
            filter.Parameters);
        return new PostingSum(low ?? 0, high ?? 0, openLow ?? 0, openHigh ?? 0, postings ?? 0);
    }

    public (long Members, long Records) Distinct(Measure measure, FigureQuery query)
    {
        if (Kept(measure, query, upToDate: false) is { } kept)
            return (Present(measure, query), RecordsOf(kept.Postings));
        var filter = Filter(measure, query, upToDate: false);
        var (members, postings) = connection.QuerySingle<(long, long?)>(
            $"SELECT count(*), CAST(sum(postings) AS BIGINT) FROM (SELECT sum(sign) AS postings FROM posting p WHERE {filter.OnPostings} GROUP BY subject HAVING sum(sign) > 0) members",
            filter.Parameters);
        return (members, RecordsOf(postings ?? 0));

        // Few measures are posted to several times by one record: only of those are the postings gone through.
        long RecordsOf(long posted) => posted == 0 || PostsOnce(measure) ? posted : Behind(measure, query);
    }

    public (long? Least, long Postings) Least(Measure measure, FigureQuery query)
    {
        if (Kept(measure, query, upToDate: false) is { } kept)
            return (kept.Lowest, kept.Postings);
        var filter = Filter(measure, query, upToDate: false);
        var (least, postings) = connection.QuerySingle<(long?, long?)>(
            $"SELECT min(value), CAST(sum(postings) AS BIGINT) FROM (SELECT sign * low AS value, sum(sign) AS postings FROM posting p WHERE {filter.OnPostings} GROUP BY sign * low HAVING sum(sign) > 0) standing",
            filter.Parameters);
        return (least, postings ?? 0);
    }

    public IReadOnlyList<SubjectSum> BySubject(Measure measure, FigureQuery query, bool upToDate)
    {
        var filter = Filter(measure, query, upToDate);
        return
        [
            .. connection.Query<(long Subject, long? PartOf, long Low, long Postings)>(
                filter.FitsSums
                    ? $"""
                    SELECT t.member, s.part_of, CAST(sum(t.low) AS BIGINT) AS low, CAST(sum(t.postings) AS BIGINT) AS postings
                    FROM tally t JOIN subject s ON s.partnership = t.partnership AND s.id = t.member
                    WHERE {filter.OnSums} GROUP BY t.member, s.part_of HAVING sum(t.postings) > 0
                    """
                    : $"""
                    SELECT p.subject, s.part_of, CAST(sum(p.low) AS BIGINT) AS low, CAST(sum(p.sign) AS BIGINT) AS postings
                    FROM posting p JOIN subject s ON s.partnership = p.partnership AND s.id = p.subject
                    WHERE {filter.OnPostings} GROUP BY p.subject, s.part_of HAVING sum(p.sign) > 0
                    """,
                filter.Parameters).Select(line => new SubjectSum(line.Subject, line.PartOf, line.Low, line.Postings)),
        ];
    }

    /// <summary>How many records stand behind a measure; for a stock only those that still stand.</summary>
    public long Records(Measure measure, FigureQuery query, bool upToDate)
    {
        if (upToDate && Kept(measure, query, upToDate) is { } kept)
            return kept.Standing;
        var filter = Filter(measure, query, upToDate);
        return connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM posting p WHERE {filter.OnPostings} GROUP BY p.ledger, p.record HAVING sum(sign) > 0 AND sum(coalesce(low, high)) <> 0) standing",
            filter.Parameters);
    }

    /// <summary>The value below which no more than so many records behind a floor lie; null where there are not so many, or it is not known without the postings.</summary>
    public long? ValueOfLowest(Measure floor, PostingFilter filter, long records)
    {
        if (!filter.FitsSums || !PostsOnce(floor))
            return null;
        filter.Parameters.Add("above", records);
        return connection.ExecuteScalar<long?>($"SELECT t.member FROM tally t WHERE {filter.OnSums} AND t.postings > 0 ORDER BY t.member LIMIT 1 OFFSET @above", filter.Parameters);
    }

    /// <summary>How many lines the trace of an indicator has: the records behind each of its measures.</summary>
    public long Behind(Indicator indicator, FigureQuery query) => indicator.Formula.Measures.Sum(measure => Behind(measure, Traces.AskedOf(indicator, measure, query)));

    /// <summary>How many records a trace of the measure lists. Where each posts to it once, the sums that are kept know it; otherwise an index does.</summary>
    public long Behind(Measure measure, FigureQuery query)
    {
        if (measure.Nature == Nature.Stock)
            return Records(measure, query, upToDate: true);
        if (PostsOnce(measure) && Kept(measure, query, upToDate: false) is { } kept)
            return kept.Postings;
        var filter = Filter(measure, query, upToDate: false);
        return connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM posting p WHERE {filter.OnPostings} {PostingFilter.ByVersion} HAVING sum(p.sign) > 0) behind", filter.Parameters);
    }

    /// <summary>The values that a column has in the current records behind an indicator, within the asker's reach; the commonest first.</summary>
    public IReadOnlyList<string> ValuesOf(Indicator indicator, FigureQuery query, Column column)
    {
        var ledger = indicator.Formula.Measures.SelectMany(catalogue.Feeding).First(ledger => ledger.Columns.Contains(column));
        if (column.IsPersonal)
            return [];
        var field = LedgerTable.FieldOf(column);
        var within = " AND " + query.Reach.Condition("parties", UnitsOf(query.Partnership));
        return
        [
            .. connection.Query<string>(
                $"""
                SELECT {field} FROM {new LedgerTable(ledger).Name} WHERE partnership = @Partnership AND superseded IS NULL AND {field} IS NOT NULL{within}
                GROUP BY {field} ORDER BY count(*) DESC, {field} LIMIT 40
                """,
                new { query.Partnership }),
        ];
    }

    /// <summary>Whether each record posts to a measure once at most.</summary>
    private bool PostsOnce(Measure measure) => catalogue.Feeding(measure).All(ledger => ledger.Posts.Where(rule => rule.Measure == measure).ToList() is [{ PostsOnce: true }]);

    private long KeptAs(Measure measure, FigureQuery query) => query.KeptAs(codes[measure.Code]);

    /// <summary>What is kept for a question; null where it is about more than whole months and one unit.</summary>
    private KeptSum? Kept(Measure measure, FigureQuery query, bool upToDate)
    {
        var number = KeptAs(measure, query);
        if (prepared is { } at && at.Query == query)
            return (upToDate ? at.UpToDate : at.Within).GetValueOrDefault(number);
        if (query.KeptFor(UnitsOf) is not { } unit || (!upToDate && !query.BeginsMonth))
            return null;
        return new KeptSums(connection, query.Partnership, unit).Between([number], upToDate ? 0 : query.Months.From, query.Months.To).GetValueOrDefault(number);
    }

    private long Present(Measure measure, FigureQuery query)
    {
        var number = KeptAs(measure, query);
        var members = prepared is { } at && at.Query == query
            ? at.Members
            : new KeptSums(connection, query.Partnership, query.KeptFor(UnitsOf)!.Value).Members([number], query.Months.From, query.Months.To);
        return members.GetValueOrDefault(number);
    }

    private sealed record Prepared(
        FigureQuery Query, IReadOnlyDictionary<long, KeptSum> Within, IReadOnlyDictionary<long, KeptSum> UpToDate, IReadOnlyDictionary<long, long> Members);
}

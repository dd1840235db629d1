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

    public Codes Codes => codes;

    public UnitRegistry UnitsOf(long partnership) =>
        units.TryGetValue(partnership, out var known) ? known : units[partnership] = UnitRegistry.Load(connection, partnership);

    public PostingFilter Filter(Measure measure, FigureQuery query, bool upToDate) =>
        PostingFilter.For(measure, query, upToDate, catalogue, codes, UnitsOf(query.Partnership), prints, connection);

    public PostingSum Of(Measure measure, FigureQuery query, bool upToDate)
    {
        var filter = Filter(measure, query, upToDate);
        var (low, high, openLow, openHigh, postings) = connection.QuerySingle<(long?, long?, long?, long?, long?)>(
            filter.FitsSums
                ? $"SELECT CAST(sum(low) AS BIGINT), CAST(sum(high) AS BIGINT), CAST(sum(open_low) AS BIGINT), CAST(sum(open_high) AS BIGINT), CAST(sum(postings) AS BIGINT) FROM total WHERE {filter.OnSums}"
                : $"""
                SELECT CAST(sum(low) AS BIGINT), CAST(sum(high) AS BIGINT), CAST(sum(CASE WHEN low IS NULL THEN sign ELSE 0 END) AS BIGINT),
                    CAST(sum(CASE WHEN high IS NULL THEN sign ELSE 0 END) AS BIGINT), CAST(sum(sign) AS BIGINT)
                FROM posting p WHERE {filter.OnPostings}
                """,
            filter.Parameters);
        return new PostingSum(low ?? 0, high ?? 0, openLow ?? 0, openHigh ?? 0, postings ?? 0);
    }

    public (long Members, long Postings) Distinct(Measure measure, FigureQuery query)
    {
        var filter = Filter(measure, query, upToDate: false);
        var (members, postings) = connection.QuerySingle<(long, long?)>(
            filter.FitsSums
                ? $"SELECT count(DISTINCT member), CAST(sum(postings) AS BIGINT) FROM tally WHERE postings > 0 AND {filter.OnSums}"
                : $"SELECT count(*), CAST(sum(postings) AS BIGINT) FROM (SELECT sum(sign) AS postings FROM posting p WHERE {filter.OnPostings} GROUP BY subject HAVING sum(sign) > 0) members",
            filter.Parameters);
        return (members, postings ?? 0);
    }

    public (long? Least, long Postings) Least(Measure measure, FigureQuery query)
    {
        var filter = Filter(measure, query, upToDate: false);
        var (least, postings) = connection.QuerySingle<(long?, long?)>(
            filter.FitsSums
                ? $"SELECT min(member), CAST(sum(postings) AS BIGINT) FROM tally WHERE postings > 0 AND {filter.OnSums}"
                : $"SELECT min(value), CAST(sum(postings) AS BIGINT) FROM (SELECT sign * low AS value, sum(sign) AS postings FROM posting p WHERE {filter.OnPostings} GROUP BY sign * low HAVING sum(sign) > 0) standing",
            filter.Parameters);
        return (least, postings ?? 0);
    }

    public IReadOnlyList<SubjectSum> BySubject(Measure measure, FigureQuery query, bool upToDate)
    {
        var filter = Filter(measure, query, upToDate);
        return
        [
            .. connection.Query<(long Subject, long? PartOf, long Low, long Postings)>(
                $"""
                SELECT p.subject, s.part_of, CAST(sum(p.low) AS BIGINT), CAST(sum(p.sign) AS BIGINT) FROM posting p JOIN subject s ON s.partnership = p.partnership AND s.id = p.subject
                WHERE {filter.OnPostings} GROUP BY p.subject, s.part_of HAVING sum(p.sign) > 0
                """,
                filter.Parameters).Select(line => new SubjectSum(line.Subject, line.PartOf, line.Low, line.Postings)),
        ];
    }

    /// <summary>How many records stand behind a measure; for a stock only those that still stand.</summary>
    public long Records(Measure measure, FigureQuery query, bool upToDate)
    {
        var filter = Filter(measure, query, upToDate);
        return connection.ExecuteScalar<long>(
            $"SELECT count(*) FROM (SELECT 1 FROM posting p WHERE {filter.OnPostings} GROUP BY ledger, record HAVING sum(sign) > 0 AND sum(coalesce(low, high)) <> 0) behind",
            filter.Parameters);
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
}

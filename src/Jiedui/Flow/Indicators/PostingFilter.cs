using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Indicators;

/// <summary>
/// A question turned into a condition on postings (as <c>p</c>) of one measure. Where the question is only about whole months and units, the maintained sums
/// answer it; otherwise the postings are asked.
/// </summary>
internal sealed class PostingFilter
{
    private readonly List<string> conditions = [];

    private PostingFilter()
    {
    }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Whether what is kept by month and member can answer it.</summary>
    public bool FitsSums { get; private set; }

    /// <summary>The condition on what is kept, as <c>t</c>, where <see cref="FitsSums"/>.</summary>
    public string OnSums { get; private set; } = "";

    public string OnPostings => Within("(p.day BETWEEN @from AND @to OR p.day = 0)");

    /// <summary>By versions of records.</summary>
    public const string ByVersion = "GROUP BY p.ledger, p.record, p.version";

    /// <summary>The same, only what has a date: in one stretch.</summary>
    public string OnDated => Within("p.day BETWEEN @from AND @to AND p.day > 0");

    /// <summary>The same, only what has no date, and so counts in every period. Said as a stretch of days: were the day one, the order by days would be no reason to take them as they lie.</summary>
    public string OnUndated => Within("p.day BETWEEN 0 AND 0");

    /// <summary>Leaves out what is above a value.</summary>
    public void UpTo(long value)
    {
        Parameters.Add("most", value);
        conditions.Add("(p.low <= @most OR p.low IS NULL)");
    }

    /// <summary>Whether it is asked as known at the batch @asOf.</summary>
    public bool IsAsOf { get; private set; }

    /// <param name="upToDate">True for a stock: all days up to the period's end.</param>
    public static PostingFilter For(
        Measure measure, FigureQuery query, bool upToDate, Catalogue catalogue, Codes codes, Func<UnitRegistry> units, KeyedHash prints, DbConnection connection)
    {
        var filter = new PostingFilter();
        filter.Parameters.AddDynamicParams(new
        {
            partnership = query.Partnership,
            measure = codes[measure.Code],
            kept = query.KeptAs(codes[measure.Code]),
            from = upToDate ? 0 : DayNumber.Of(query.Period.From),
            to = DayNumber.Of(query.Period.To),
        });
        var onParties = filter.Parties("unit", query.Unit?.Id) + filter.Parties("within", query.Within);
        filter.AsOf(query.AsOf, connection);
        filter.OnRecords(measure, query, catalogue, codes, units, prints, connection);

        filter.FitsSums = query.IsOfWholeMonths(upToDate);
        filter.OnSums = $"t.partnership = @partnership AND t.measure = @kept AND (t.month BETWEEN @from / 100 AND @to / 100 OR t.month = 0){onParties}";
        return filter;
    }

    private string Within(string days) => string.Join(" AND ", conditions.Prepend($"p.partnership = @partnership AND p.measure = @measure AND {days}"));

    /// <summary>Adds the condition that a unit, or one below it, is named.</summary>
    /// <returns>The same on what is kept.</returns>
    private string Parties(string name, long? unit)
    {
        if (unit is null)
            return "";
        Parameters.Add(name, unit);
        var sets = $"(SELECT s.parties FROM parties_scope s WHERE s.partnership = @partnership AND s.unit = @{name})";
        conditions.Add($"p.parties IN {sets}");
        return $" AND t.parties IN {sets}";
    }

    private void AsOf(DateTimeOffset? moment, DbConnection connection)
    {
        if (moment is not { } at)
            return;
        Parameters.Add("asOf", Batches.LastAt(connection, at));
        conditions.Add("p.batch <= @asOf");
        IsAsOf = true;
    }

    /// <summary>What both had confirmed at the moment asked for: words that were said since do not count.</summary>
    private static string BothConfirmedThen(long ledger)
    {
        var code = ledger.ToString(CultureInfo.InvariantCulture);
        return $"{Voice.LastSql(Side.Giver, code, "@asOf")} = 3 AND {Voice.LastSql(Side.Receiver, code, "@asOf")} = 3";
    }

    private void OnRecords(Measure measure, FigureQuery query, Catalogue catalogue, Codes codes, Func<UnitRegistry> units, KeyedHash prints, DbConnection connection)
    {
        if (query is { Where.Count: 0, ConfirmedOnly: false, Grade: null })
            return;
        var perLedger = new List<string>();
        var conditionOf = ConditionsOn(query, units, prints, connection);
        foreach (var ledger in catalogue.Feeding(measure))
        {
            var wanted = query.Where.Select(where => (Column: query.ColumnIn(ledger, where.Column), where.Value)).ToList();
            if (wanted.Exists(pair => pair.Column is null))
                continue;
            var conditionsOnRow = wanted.Select(pair => conditionOf(pair.Column!, pair.Value)).ToList();
            if (query.ConfirmedOnly)
                conditionsOnRow.Add(query.AsOf is null ? Voice.BothConfirmedSql : BothConfirmedThen(codes[ledger.Code]));
            if (query.Grade is { } grade)
                conditionsOnRow.Add($"{RecordGrades.Sql(ledger, query.AsOf is not null)} = {(int)grade}");
            perLedger.Add(
                $"(p.ledger = {codes[ledger.Code].ToString(CultureInfo.InvariantCulture)} AND EXISTS (SELECT 1 FROM {new LedgerTable(ledger).Name} t WHERE " +
                $"t.partnership = p.partnership AND t.record = p.record AND t.version = p.version AND {string.Join(" AND ", conditionsOnRow)}))");
        }
        conditions.Add(perLedger.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", perLedger)})");
    }

    private Func<Column, string, string> ConditionsOn(FigureQuery query, Func<UnitRegistry> units, KeyedHash prints, DbConnection connection)
    {
        if (query.Where.Count == 0)
            return (_, _) => "";
        var registry = units();
        var finder = UnitFinder.Within(query.Reach, registry, connection);
        return (column, value) => WhereValue.Condition(column, value, finder, registry, prints, Parameters);
    }
}

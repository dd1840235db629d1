using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
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

    /// <summary>Whether the sums by month can answer it.</summary>
    public bool FitsSums { get; private set; }

    /// <summary>The condition on the sums, where <see cref="FitsSums"/>.</summary>
    public string OnSums { get; private set; } = "";

    public string OnPostings => string.Join(" AND ", conditions);

    /// <param name="upToDate">True for a stock: all days up to the period's end.</param>
    public static PostingFilter For(
        Measure measure, FigureQuery query, bool upToDate, Catalogue catalogue, Codes codes, UnitRegistry units, KeyedHash prints, DbConnection connection)
    {
        var filter = new PostingFilter();
        filter.Parameters.AddDynamicParams(new
        {
            partnership = query.Partnership,
            measure = codes[measure.Code],
            from = upToDate ? 0 : DayNumber.Of(query.Period.From),
            to = DayNumber.Of(query.Period.To),
        });
        filter.conditions.Add("p.partnership = @partnership AND p.measure = @measure AND (p.day BETWEEN @from AND @to OR p.day = 0)");
        var onParties = filter.Parties(query.Unit, units);
        filter.AsOf(query.AsOf, connection);
        filter.OnRecords(measure, query, catalogue, codes, units, prints);

        filter.FitsSums = query is { AsOf: null, ConfirmedOnly: false, Where.Count: 0 } && EndsMonth(query.Period.To) && (upToDate || query.Period.From.Day == 1);
        filter.OnSums = $"partnership = @partnership AND measure = @measure AND (month BETWEEN @from / 100 AND @to / 100 OR month = 0){onParties}";
        return filter;
    }

    private static bool EndsMonth(DateOnly day) => day == DateOnly.MaxValue || day.AddDays(1).Day == 1;

    private string Parties(UnitRef? unit, UnitRegistry units)
    {
        if (unit is not { } named)
            return "";
        var ids = string.Join(", ", units.WithAllBelow(named.Id).Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var condition = $"parties IN (SELECT parties FROM parties_unit WHERE partnership = @partnership AND unit IN ({ids}))";
        conditions.Add("p." + condition);
        return " AND " + condition;
    }

    private void AsOf(DateTimeOffset? moment, DbConnection connection)
    {
        if (moment is not { } at)
            return;
        Parameters.Add("asOf", Batches.LastAt(connection, at));
        conditions.Add("p.batch <= @asOf");
    }

    private void OnRecords(Measure measure, FigureQuery query, Catalogue catalogue, Codes codes, UnitRegistry units, KeyedHash prints)
    {
        if (query.Where.Count == 0 && !query.ConfirmedOnly)
            return;
        var perLedger = new List<string>();
        foreach (var ledger in catalogue.Feeding(measure))
        {
            var wanted = query.Where.Select(where => (Column: ledger.Find(where.Column), where.Value)).ToList();
            if (wanted.Exists(pair => pair.Column is null))
                continue;
            var conditionsOnRow = wanted.Select(pair => WhereValue.Condition(pair.Column!, pair.Value, units, prints, Parameters)).ToList();
            if (query.ConfirmedOnly)
                conditionsOnRow.Add("""t."帮扶方确认" = 1 AND t."受帮扶方确认" = 1""");
            perLedger.Add(
                $"(p.ledger = {codes[ledger.Code].ToString(CultureInfo.InvariantCulture)} AND EXISTS (SELECT 1 FROM {new LedgerTable(ledger).Name} t WHERE " +
                $"t.partnership = p.partnership AND t.record = p.record AND t.version = p.version AND {string.Join(" AND ", conditionsOnRow)}))");
        }
        conditions.Add(perLedger.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", perLedger)})");
    }
}

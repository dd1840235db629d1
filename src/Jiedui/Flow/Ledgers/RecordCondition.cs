using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>A record query as SQL over the ledger's table as <c>t</c>: for a word that is written to all it means. Pages find the same in memory.</summary>
internal sealed class RecordCondition
{
    private const string Nothing = "1 = 0";

    public RecordCondition(LedgerType ledger, RecordQuery query, UnitRegistry units, KeyedHash prints)
    {
        var conditions = new List<string> { "t.partnership = @partnership AND t.superseded IS NULL", query.Reach.Condition("t.parties", units) };
        Parameters.Add("partnership", query.Reach.Partnership);
        foreach (var (name, text) in query.Where)
        {
            if (ledger.Find(name) is { } column && text.Length > 0)
                conditions.Add(!column.IsPersonal ? Holds(column, text) : query.FindsPersonal ? Is(column, text, prints) : Nothing);
        }
        if (query.Search is { Length: > 0 } search)
        {
            var anywhere = ledger.Columns.Where(column => !column.IsPersonal).Select(column => Holds(column, search));
            conditions.Add($"({string.Join(" OR ", anywhere.Append(query.FindsPersonal ? Names(ledger, search, prints) : Nothing))})");
        }
        if (query.Person is { Length: > 0 } person)
            conditions.Add(query.FindsPersonal ? Names(ledger, person, prints) : Nothing);
        if (query.Period is { } period)
            conditions.Add($"t.day BETWEEN {Day(period.From)} AND {Day(period.To)}");
        if (query.Standing is { } standing)
            conditions.Add(Stands(standing));
        Sql = string.Join(" AND ", conditions);
    }

    public string Sql { get; }

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Whether a person may be looked for by a personal column.</summary>
    public static bool IsAskable(Column column) => LedgerTable.CanAskFor(column) && column.Kind is ColumnKind.Text or ColumnKind.IdNumber or ColumnKind.Phone;

    /// <summary>The print of what is looked for in a personal column.</summary>
    public static object Sought(Column column, string text, KeyedHash prints) =>
        LedgerTable.Asked(column, column.Kind == ColumnKind.IdNumber ? text.Trim().ToUpperInvariant() : text.Trim(), prints);

    private static string Day(DateOnly day) => DayNumber.Of(day).ToString(CultureInfo.InvariantCulture);

    private static string Stands(StandingFilter standing) => standing switch
    {
        StandingFilter.AwaitsGiver => "t.giver_state = 0",
        StandingFilter.AwaitsReceiver => "t.receiver_state = 0",
        StandingFilter.InReviewAtGiver => "t.giver_state IN (1, 2)",
        StandingFilter.InReviewAtReceiver => "t.receiver_state IN (1, 2)",
        StandingFilter.Disputed => "(t.giver_state < 0 OR t.receiver_state < 0)",
        StandingFilter.ConfirmedByBoth => Voice.BothConfirmedSql,
    };

    private string Holds(Column column, string text)
    {
        var name = $"p{Parameters.ParameterNames.Count()}";
        Parameters.Add(name, Like.Containing(text));
        return Like.Sql(Shown(column), name);
    }

    private string Names(LedgerType ledger, string person, KeyedHash prints) =>
        $"({string.Join(" OR ", ledger.Columns.Where(column => column.IsPersonal).Select(column => Is(column, person, prints)).Append(Nothing))})";

    /// <summary>A person is found by the whole number or name, never by a part of it.</summary>
    private string Is(Column column, string text, KeyedHash prints)
    {
        if (!IsAskable(column))
            return Nothing;
        var name = $"p{Parameters.ParameterNames.Count()}";
        Parameters.Add(name, Sought(column, text, prints));
        return $"t.{LedgerTable.FieldOf(column)} = @{name}";
    }

    /// <summary>The cell as a person reads it: units by name, numbers in their unit, 是/否.</summary>
    private static string Shown(Column column)
    {
        var field = "t." + LedgerTable.FieldOf(column);
        return column.Kind switch
        {
            ColumnKind.Unit or ColumnKind.Organisation => $"(SELECT u.name FROM unit u WHERE u.partnership = t.partnership AND u.id = {field})",
            ColumnKind.Flag => $"CASE {field} WHEN 1 THEN '是' WHEN 0 THEN '否' END",
            ColumnKind.Money or ColumnKind.Percent or ColumnKind.Decimal => $"CAST({field} / {column.Scale} AS TEXT)",
            ColumnKind.Count => $"CAST({field} AS TEXT)",
            ColumnKind.Text or ColumnKind.List or ColumnKind.Date or ColumnKind.Month or ColumnKind.Year or ColumnKind.Choice => field,
            ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => field,
        };
    }
}

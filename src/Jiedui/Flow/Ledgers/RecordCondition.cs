using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>A record query as SQL over the ledger's table as <c>t</c>.</summary>
internal sealed class RecordCondition
{
    /// <summary>A personal cell is never compared with a part of itself: whoever may look for a person has the whole of it.</summary>
    private const string Nothing = "1 = 0";

    public RecordCondition(LedgerType ledger, RecordQuery query, UnitRegistry units)
    {
        var conditions = new List<string> { "t.partnership = @partnership AND t.superseded IS NULL" };
        Parameters.Add("partnership", query.Reach.Partnership);
        if (query.Reach.Condition("t.parties", units) is { Length: > 0 } within)
            conditions.Add(within);
        foreach (var (name, text) in query.Where)
        {
            if (ledger.Find(name) is { } column && text.Length > 0)
                conditions.Add(column.IsPersonal ? Nothing : Holds(column, text));
        }
        if (query.Search is { Length: > 0 } search)
            conditions.Add($"({string.Join(" OR ", ledger.Columns.Where(column => !column.IsPersonal).Select(column => Holds(column, search)))})");
        Sql = string.Join(" AND ", conditions);
        // An order by personal cells would tell them piece by piece.
        Order = query.SortBy is { } sort && ledger.Find(sort) is { IsPersonal: false } by
            ? $"ORDER BY {Sortable(by)} {(query.Descending ? "DESC" : "ASC")}, t.record"
            : "ORDER BY t.day DESC, t.record DESC";
    }

    public string Sql { get; }

    public string Order { get; }

    public DynamicParameters Parameters { get; } = new();

    private string Holds(Column column, string text)
    {
        var name = $"p{Parameters.ParameterNames.Count()}";
        Parameters.Add(name, $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");
        return $"{Shown(column)} LIKE @{name} ESCAPE '\\'";
    }

    private static string Sortable(Column column) => IsUnit(column) ? Shown(column) : "t." + LedgerTable.FieldOf(column);

    /// <summary>The cell as a person reads it: units by name, numbers in their unit, 是/否.</summary>
    private static string Shown(Column column)
    {
        var field = "t." + LedgerTable.FieldOf(column);
        return column.Kind switch
        {
            ColumnKind.Unit or ColumnKind.Organisation => $"(SELECT u.name FROM unit u WHERE u.partnership = t.partnership AND u.id = {field})",
            ColumnKind.Flag => $"CASE {field} WHEN 1 THEN '是' WHEN 0 THEN '否' END",
            ColumnKind.Money or ColumnKind.Percent or ColumnKind.Decimal => $"CAST({field} / {column.Scale} AS TEXT)",
            ColumnKind.Text or ColumnKind.List or ColumnKind.Date or ColumnKind.Month or ColumnKind.Year or ColumnKind.Count or ColumnKind.Choice => field,
            ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => field,
        };
    }

    private static bool IsUnit(Column column) => column.Kind is ColumnKind.Unit or ColumnKind.Organisation;
}

using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Indicators;

/// <summary>A value as a person writes it after <c>--where COLUMN=</c>, read as a cell of that column would be, and compared with the stored one.</summary>
internal static class WhereValue
{
    /// <exception cref="UnanswerableException">The value cannot be one of that column.</exception>
    public static string Condition(Column column, string text, UnitFinder finder, UnitRegistry units, KeyedHash prints, DynamicParameters parameters)
    {
        if (!LedgerTable.CanAskFor(column))
            throw new UnanswerableException($"“{column.Name}”是个人信息，不能作条件。");
        var reader = new CellReader(finder.Find, units.FindOrPropose);
        var reading = reader.Read(column, new RawCell(0, RawKind.Text, text), column.UnitText, []);
        if (reading.Fault is { } fault)
            throw new UnanswerableException($"条件“{column.Name}={text}”读不懂：{fault.Message}{fault.Remedy}");
        var name = $"where{parameters.ParameterNames.Count()}";
        var field = "t." + LedgerTable.FieldOf(column);
        if (reading.Value is null)
            return $"{field} IS NULL";
        if (column.IsPersonal)
        {
            parameters.Add(name, LedgerTable.Asked(column, reading.Value, prints));
            return $"{field} = @{name}";
        }
        if (reading.Value is PartialDate date)
        {
            // 2020-05 also finds every day in it.
            parameters.Add(name, Like.Beginning(date.ToString()));
            return Like.Sql(field, name);
        }
        if (reading.Value is string[] list)
        {
            // Each piece stands in quotation marks, and they stand in this order.
            parameters.Add(name, $"%{string.Join('%', list.Select(piece => Like.Containing($"\"{piece}\"").Trim('%')))}%");
            return Like.Sql(field, name);
        }
        parameters.Add(name, reading.Value switch { UnitRef unit => unit.Id, bool flag => flag ? 1L : 0L, Amount amount => amount.Low ?? amount.High, var other => other });
        return $"{field} = @{name}";
    }
}

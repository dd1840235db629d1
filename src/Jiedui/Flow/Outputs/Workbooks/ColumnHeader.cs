using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>The header of a column in what we write: its standard name, and behind it the unit of its numbers. The importer reads it back.</summary>
internal static class ColumnHeader
{
    /// <summary>帮扶资金（元）; 人次, which names its unit itself, stays as it is.</summary>
    public static string Of(Column column) =>
        column.UnitText.Length == 0 || column.Name.EndsWith(column.UnitText, StringComparison.Ordinal) ? column.Name : $"{column.Name}（{column.UnitText}）";
}

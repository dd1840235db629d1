using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Workbooks.Templates;

/// <summary>Whether a column must be filled, in words: 必填, 与户编号至少填一项, or empty.</summary>
public static class Demand
{
    public static string Of(LedgerType ledger, Column column)
    {
        if (column.IsRequired)
            return "必填";
        if (ledger.OneOf.FirstOrDefault(group => group.Contains(column)) is { } group)
            return $"与{string.Join('、', group.Where(other => other != column).Select(other => other.Name))}至少填一项";
        return "";
    }
}

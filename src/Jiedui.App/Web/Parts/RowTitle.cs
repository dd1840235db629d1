using Jiedui.Declaring;

namespace Jiedui.App.Web.Parts;

/// <summary>What a record is called: the name in it, else the cells of its key.</summary>
internal static class RowTitle
{
    public static string Of(Row row, Words.Words words)
    {
        var named = row.Ledger.Columns.FirstOrDefault(column =>
            column.Kind is ColumnKind.Text && row.Has(column) && (column.Name.EndsWith("名称", StringComparison.Ordinal) || column.Name is "名称" or "标题" or "姓名" or "产品" or "事项"));
        if (named is not null)
            return CellWords.Of(named, row[named], words);
        var key = row.Ledger.Keys.FirstOrDefault(key => key.All(row.Has)) ?? row.Ledger.Columns;
        return string.Join(" · ", key.Where(row.Has).Select(column => CellWords.Of(column, row[column], words)).Take(3));
    }
}

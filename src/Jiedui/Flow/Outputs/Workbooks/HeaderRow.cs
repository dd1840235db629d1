using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>A ledger's header as template and export have it: what must be filled is told by colour alone, so that the words stay those which the importer knows.</summary>
internal static class HeaderRow
{
    private const double Height = 26;

    public static void Write(SheetWriter sheet, LedgerType ledger, IEnumerable<string>? extras = null)
    {
        sheet.NextRow(Height);
        foreach (var column in ledger.Columns)
            sheet.Text(column.Index, ColumnHeader.Of(column), column.IsRequired ? CellLook.RequiredHeader : CellLook.Header);
        var next = ledger.Columns.Length;
        foreach (var extra in extras ?? [])
            sheet.Text(next++, extra, CellLook.Header);
    }
}

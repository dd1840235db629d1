using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>What each cell of a record is written as; personal data masked unless it may be seen.</summary>
internal sealed class ExportCells(UnitRegistry registry, bool isClear)
{
    private readonly WrittenCells written = new(registry);

    public ExportCell? Of(Row row, Column column)
    {
        if (!row.Has(column))
            return null;
        var cell = Written(row, column);
        return !isClear && (column.IsPersonal || Mask.IsFree(column)) ? new ExportCell(Mask.Shown(column, cell.Text)) : cell;
    }

    /// <summary>A column that no ledger knows: nobody said that it is not personal.</summary>
    public string? Extra(Row row, string header) =>
        row.Extras.TryGetValue(header, out var text) ? isClear ? text : Mask.Personal(null, text) : null;

    private ExportCell Written(Row row, Column column)
    {
        var text = written.Of(row, column);
        return new ExportCell(text, row[column] is Amount amount && AmountText.IsNumber(amount, text));
    }
}

using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Outputs.Workbooks.Exports;

/// <summary>What each cell of a record is written as; personal data masked unless it may be seen.</summary>
internal sealed class ExportCells(UnitRegistry registry, bool isClear)
{
    private readonly UnitText units = new(registry);

    public ExportCell? Of(Row row, Column column)
    {
        if (row[column] is not { } value)
            return null;
        var cell = Written(column, value);
        return !isClear && (column.IsPersonal || Mask.IsFree(column)) ? new ExportCell(Mask.Shown(column, cell.Text)) : cell;
    }

    /// <summary>A column that no ledger knows: nobody said that it is not personal.</summary>
    public string? Extra(Row row, string header) =>
        row.Extras.TryGetValue(header, out var text) ? isClear ? text : Mask.Personal(null, text) : null;

    private ExportCell Written(Column column, object value) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => new ExportCell((string)value),
        ColumnKind.List => new ExportCell(string.Join('、', (string[])value)),
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => new ExportCell(((PartialDate)value).ToString()),
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => Number(column, (Amount)value),
        ColumnKind.Unit => new ExportCell(units.Of((UnitRef)value)),
        // An organisation is found by its name alone, and registered where it is new: a path would register another.
        ColumnKind.Organisation => new ExportCell(((UnitRef)value).Name),
        ColumnKind.Flag => new ExportCell((bool)value ? "是" : "否"),
    };

    private static ExportCell Number(Column column, Amount amount)
    {
        var text = AmountText.Of(column, amount);
        return new ExportCell(text, AmountText.IsNumber(amount, text));
    }
}

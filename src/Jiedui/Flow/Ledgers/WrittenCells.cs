using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>Cells as a clerk would write them, which the importer reads back to the same values.</summary>
public sealed class WrittenCells(UnitRegistry registry)
{
    private readonly UnitText units = new(registry);

    /// <summary>Empty for an empty cell. Personal data in clear.</summary>
    public string Of(Row row, Column column) => row[column] is { } value ? Of(column, value) : "";

    /// <summary>What may be told of a cell to who may not see personal data.</summary>
    public string Masked(Row row, Column column) => Mask.Shown(column, Of(row, column));

    private string Of(Column column, object value) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => (string)value,
        ColumnKind.List => string.Join('、', (string[])value),
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => ((PartialDate)value).ToString(),
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => AmountText.Of(column, (Amount)value),
        ColumnKind.Unit => units.Of((UnitRef)value),
        // An organisation is found by its name alone, and registered where it is new: a path would register another.
        ColumnKind.Organisation => ((UnitRef)value).Name,
        ColumnKind.Flag => (bool)value ? "是" : "否",
    };
}

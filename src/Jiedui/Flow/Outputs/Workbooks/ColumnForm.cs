using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks;

/// <summary>How wide a column is in what we write, and how its cells look.</summary>
internal static class ColumnForm
{
    private const double Narrowest = 10;

    public static (double Width, CellLook Look) Of(Column column) => (Math.Max(HeaderWidth(ColumnHeader.Of(column)), WidthOf(column)), LookOf(column.Kind));

    /// <summary>
    /// Whatever Excel would change behind the clerk's back is text: an ID loses its last digits as a number, and 2020-05 becomes the first of May.
    /// </summary>
    public static CellLook LookOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.List or ColumnKind.Choice or ColumnKind.Unit or ColumnKind.Organisation or ColumnKind.Flag => CellLook.Text,
        ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => CellLook.Text,
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => CellLook.Text,
        ColumnKind.Count => CellLook.Whole,
        ColumnKind.Decimal or ColumnKind.Percent => CellLook.Decimal,
        ColumnKind.Money => CellLook.Money,
    };

    public static double HeaderWidth(string header) => Math.Max(Narrowest, Math.Round(header.Sum(letter => letter < 0x2E80 ? 1.1 : 2.2) + 3, 1));

    private static double WidthOf(Column column) => column.Kind switch
    {
        ColumnKind.Text => column.IsRequired && column.IsPersonal ? 12 : 20,
        ColumnKind.List => 26,
        ColumnKind.Date => 13,
        ColumnKind.Month or ColumnKind.Year or ColumnKind.Flag or ColumnKind.Count or ColumnKind.Percent => Narrowest,
        ColumnKind.Decimal => 12,
        ColumnKind.Money => 16,
        ColumnKind.Choice => column.Options.Select(HeaderWidth).DefaultIfEmpty(Narrowest).Max(),
        ColumnKind.Unit => 16,
        ColumnKind.Organisation => 28,
        ColumnKind.IdNumber or ColumnKind.Uscc => 22,
        ColumnKind.Phone => 15,
    };
}

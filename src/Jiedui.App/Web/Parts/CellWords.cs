using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.App.Web.Parts;

/// <summary>A cell as a page shows it. Personal data is masked.</summary>
internal static class CellWords
{
    public static string Of(Column column, object? value, Words.Words words)
    {
        if (value is null)
            return "";
        var text = column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Choice or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => (string)value,
            ColumnKind.List => string.Join('、', (string[])value),
            ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => ((PartialDate)value).ToString(),
            ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => Of((Amount)value, column.Scale, words),
            ColumnKind.Unit or ColumnKind.Organisation => ((UnitRef)value).Name,
            ColumnKind.Flag => words[(bool)value ? "是" : "否"],
        };
        return Mask.Shown(column, text);
    }

    public static bool IsNumber(Column column) => column.Kind switch
    {
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => true,
        ColumnKind.Text or ColumnKind.List or ColumnKind.Date or ColumnKind.Month or ColumnKind.Year or ColumnKind.Choice or ColumnKind.Unit
            or ColumnKind.Organisation or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc or ColumnKind.Flag => false,
    };

    /// <summary>Whether a grid offers a filter for it: few values, or units.</summary>
    public static bool IsFilter(Column column) => !column.IsPersonal && column.Kind switch
    {
        ColumnKind.Choice or ColumnKind.Unit or ColumnKind.Organisation or ColumnKind.Flag or ColumnKind.Year => true,
        ColumnKind.Text or ColumnKind.List or ColumnKind.Date or ColumnKind.Month or ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money
            or ColumnKind.Percent or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => false,
    };

    private static string Of(Amount amount, int scale, Words.Words words)
    {
        string Told(long value) => FigureWords.Plain((decimal)value / scale);
        return amount switch
        {
            { Qualifier: Qualifier.More, Low: { } low } => words["{0}余", Told(low)],
            { Qualifier: Qualifier.About, Value: { } value } => words["约{0}", Told(value)],
            { Value: { } value } => Told(value),
            { Low: { } low, High: { } high } => $"{Told(low)}–{Told(high)}",
            { Low: { } low } => words["{0}以上", Told(low)],
            { High: { } high } => words["{0}以内", Told(high)],
            _ => "",
        };
    }
}

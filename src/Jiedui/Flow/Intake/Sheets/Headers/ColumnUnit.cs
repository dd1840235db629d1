using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>The unit of a column's numbers: from its header, else from its group or the unit row where that speaks of the same kind of thing.</summary>
internal static class ColumnUnit
{
    private static readonly char[] Multiples = ['十', '百', '千', '万', '亿'];

    public static string Of(Column? column, string headerUnit, string groupUnit, string sheetUnit)
    {
        if (column is null || column.UnitText.Length == 0)
            return "";
        if (headerUnit.Length > 0)
            return Completed(column, headerUnit);
        return Fitting(column, groupUnit) is { Length: > 0 } ofGroup ? ofGroup : Fitting(column, sheetUnit);
    }

    private static string Fitting(Column column, string units)
    {
        foreach (var unit in UnitWords.Is(units) ? [units] : units.Split([',', '、', ';', '/', '和'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Base(unit) == Base(column.UnitText))
                return Completed(column, unit);
        }
        return "";
    }

    /// <summary>万元 over a price in 元/亩 means 万元/亩.</summary>
    private static string Completed(Column column, string unit) =>
        column.UnitText.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 && !unit.Contains('/', StringComparison.Ordinal) && Base(unit) == Base(column.UnitText)
            ? unit + column.UnitText[slash..]
            : unit;

    private static string Base(string unit) => unit.Split('/')[0].TrimStart(Multiples);
}

using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>Compares one cell of a total row with what the rows add up to.</summary>
internal sealed class TotalCells(Layout layout, CellRead read)
{
    private readonly Dictionary<int, MappedColumn> columns = layout.Columns.ToDictionary(column => column.Index);

    /// <summary>Null where it agrees, or says nothing that could be compared.</summary>
    public Finding? Compare(int row, RawCell cell, Tally[] scopes)
    {
        if (cell.Kind == RawKind.Error || CountedText.Parse(cell.Text) is not { } counted || !columns.TryGetValue(cell.Column, out var mapped))
            return null;
        if (mapped.Column is { UnitText.Length: > 0 } or { Kind: ColumnKind.Count or ColumnKind.Decimal })
        {
            // A total of prices or percentages is an average or nothing: not a sum.
            if (mapped.Column.Kind == ColumnKind.Percent || mapped.Column.UnitText.Contains('/', StringComparison.Ordinal))
                return null;
            var plain = cell.Kind == RawKind.Text ? cell with { Text = CountedText.WithoutRemark(cell.Text) } : cell;
            if (read(mapped.Column, plain, mapped.Unit, []).Value is Amount total)
            {
                foreach (var scope in scopes)
                {
                    if (scope.Agrees(mapped.Column, total) || (counted.Unit.Length > 0 && scope.Counts(counted.Value)))
                        return null;
                }
                return SumDiffers(row, cell, mapped, counted, total, scopes[0].SumOf(mapped.Column));
            }
        }
        return counted.Unit.Length > 0 && !Array.Exists(scopes, scope => scope.Counts(counted.Value)) ? CountDiffers(row, cell, mapped, counted, scopes[0]) : null;
    }

    private static Finding? SumDiffers(int row, RawCell cell, MappedColumn mapped, CountedText counted, Amount total, Sums sum)
    {
        var column = mapped.Column!;
        var written = total.Low == total.High ? Number(total.Low ?? 0, column) : $"{Number(total.Low ?? 0, column)}—{Number(total.High ?? 0, column)}";
        var added = sum.Low == sum.High ? Number(sum.Low, column) : $"{Number(sum.Low, column)}—{Number(sum.High, column)}";
        var difference = total.Value is { } value ? $"，相差 {Number(Int128.Abs(value - sum.Low), column)}{column.UnitText}" : "";
        return Told(row, cell, mapped, counted, sum.IsOpen, $"合计写的是 {written}{column.UnitText}，各行相加是 {added}{column.UnitText}{difference}");
    }

    private static Finding CountDiffers(int row, RawCell cell, MappedColumn mapped, CountedText counted, Tally tally)
    {
        var good = tally.GoodRows == tally.Rows ? "" : $"（其中无误的 {tally.GoodRows} 行）";
        var difference = Math.Abs(counted.Value - tally.Rows).ToString("0.##", CultureInfo.InvariantCulture);
        return Told(row, cell, mapped, counted, tally.IsIncomplete, $"合计写的是 {counted.Value.ToString("0.##", CultureInfo.InvariantCulture)}{counted.Unit}，读到 {tally.Rows} 行{good}，相差 {difference}");
    }

    private static Finding Told(int row, RawCell cell, MappedColumn mapped, CountedText counted, bool isUnsure, string message)
    {
        var address = CellAddress.Of(row, cell.Column);
        var severity = counted.HasRemark || isUnsure ? Severity.Informs : Severity.Warns;
        // A total is no personal datum, even where it stands in the column of names.
        return new Finding(
            address, mapped.Column?.Name ?? mapped.Header, "total.differs", severity, $"{address}“{mapped.Header}”：{message}。",
            counted.HasRemark ? "合计带有说明，仅供核对" : "请核对合计，或检查是否有漏行、重行", Mask.Of(TotalText, cell.Text));
    }

    private static readonly Column TotalText = new TextColumn(ColumnKind.Text, "合计");

    private static string Number(Int128 smallest, Column column)
    {
        var (whole, rest) = (smallest / column.Scale, Int128.Abs(smallest % column.Scale));
        return rest == 0 ? whole.ToString(CultureInfo.InvariantCulture) : $"{whole.ToString(CultureInfo.InvariantCulture)}.{((int)rest).ToString("00", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }
}

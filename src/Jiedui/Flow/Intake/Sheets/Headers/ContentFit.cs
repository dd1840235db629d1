using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>Whether the cells below a header look like what a column holds: what tells two ledgers with like headers apart. It only weighs, it never reads.</summary>
internal static class ContentFit
{
    /// <summary>The share of the sample cells that look right; 1 where nothing speaks against it.</summary>
    public static double Of(IReadOnlyList<(int Index, Column Column)> mapped, IEnumerable<RawRow> sample)
    {
        var byIndex = mapped.ToDictionary(pair => pair.Index, pair => pair.Column);
        var (seen, fitting) = (0, 0);
        foreach (var cell in sample.SelectMany(row => row.Cells))
        {
            if (!byIndex.TryGetValue(cell.Column, out var column) || string.IsNullOrWhiteSpace(cell.Text) || LooksLike(column, cell) is not { } fits)
                continue;
            seen++;
            fitting += fits ? 1 : 0;
        }
        return seen == 0 ? 1 : (double)fitting / seen;
    }

    /// <summary>Null where any cell would do.</summary>
    private static bool? LooksLike(Column column, RawCell cell)
    {
        var text = HeaderText.Folded(cell.Text);
        return column.Kind switch
        {
            ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => cell.Kind == RawKind.DateSerial || StartsLikeDate(text),
            ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent =>
                cell.Kind == RawKind.Number || text.AsSpan().IndexOfAny("0123456789一二三四五六七八九十百两") >= 0,
            ColumnKind.Choice => column is ChoiceColumn { IsOpen: true } ? null : column.Options.Contains(text),
            ColumnKind.IdNumber => text.Length is >= 15 and <= 20 && char.IsAsciiDigit(text[0]),
            ColumnKind.Phone => text.Count(char.IsAsciiDigit) >= 7,
            ColumnKind.Uscc => text.Length == 18 && text.All(char.IsAsciiLetterOrDigit),
            ColumnKind.Flag => text.Length <= 2,
            ColumnKind.Unit or ColumnKind.Organisation => cell.Kind == RawKind.Text && !StartsLikeDate(text),
            ColumnKind.Text or ColumnKind.List => null,
        };
    }

    private static bool StartsLikeDate(string text) =>
        text.Length >= 4 && (text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal)
            || (text.Length == 5 && text[0] is '3' or '4')) && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
}

using Jiedui.Declaring;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Sheets.Totals;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>Tells rows below the header that hold no record. In doubt a row is data: then it is read, and comes back if it is wrong.</summary>
internal sealed class RowClassifier(Layout layout, RepeatedHeader header, MergeFill merges)
{
    private readonly Dictionary<int, MappedColumn> columns = layout.Columns.ToDictionary(column => column.Index);
    private bool isClosing;
    private bool isFirst = true;

    /// <summary>The reason, or null for data.</summary>
    public NonDataReason? Of(RawRow row, List<RawCell> filled)
    {
        var reason = ReasonOf(row, filled);
        // After a total or a note comes what closes a sheet; after data or a header, data.
        isClosing = reason is NonDataReason.Total or NonDataReason.Note or NonDataReason.Signature || (isClosing && reason is NonDataReason.Blank);
        isFirst = false;
        return reason;
    }

    private NonDataReason? ReasonOf(RawRow row, List<RawCell> filled)
    {
        if (IsBlank(filled))
            return NonDataReason.Blank;
        if (header.Is(filled) || (isFirst && IsNumbering(filled)))
            return NonDataReason.Header;
        if (TotalOf(filled) is { } total)
            return total;
        var first = filled[0].Text;
        if (filled[0].Kind == RawKind.Text && filled.Count <= 2 && RowWords.IsNote(first))
            return NonDataReason.Note;
        if (filled[0].Kind == RawKind.Text && first.AsSpan().IndexOfAny(':', '：') >= 0 && RowWords.IsSignature(first) && filled.Count * 2 <= Math.Max(8, columns.Count))
            return NonDataReason.Signature;
        if (filled.Count <= 3 && IsUnit(filled))
            return NonDataReason.Unit;
        if (header.IsTitle(first))
            return NonDataReason.Title;
        return filled.Count == 1 ? LoneText(row, filled[0]) : null;
    }

    private NonDataReason? LoneText(RawRow row, RawCell cell)
    {
        if (cell.Kind != RawKind.Text)
            return null;
        var isLong = cell.Text.Trim().Length > 20;
        if (merges.Spans(row.Number, Math.Max(3, columns.Count / 2)))
            return isLong || isClosing ? NonDataReason.Note : NonDataReason.Title;
        return isClosing && (isLong || RowWords.IsNumbered(cell.Text)) ? NonDataReason.Note : null;
    }

    private bool IsBlank(List<RawCell> filled)
    {
        for (var i = 0; i < filled.Count; i++)
        {
            var isSerial = columns.TryGetValue(filled[i].Column, out var column) && column.IsSerial && (filled[i].Kind == RawKind.Number || IsInteger(filled[i].Text));
            if (!isSerial && !RowWords.IsNothing(filled[i]))
                return false;
        }
        return true;
    }

    /// <summary>A row below the header that numbers the columns: 甲 乙 1 2 3.</summary>
    private static bool IsNumbering(List<RawCell> filled)
    {
        var (expected, letters) = (1, 0);
        foreach (var cell in filled)
        {
            var text = cell.Text.Trim();
            if (letters < 10 && text == "甲乙丙丁戊己庚辛壬癸".Substring(letters, 1))
                letters++;
            else if (text == expected.ToString(System.Globalization.CultureInfo.InvariantCulture))
                expected++;
            else
                return false;
        }
        return filled.Count >= 4;
    }

    private static bool IsUnit(List<RawCell> filled)
    {
        foreach (var cell in filled)
        {
            if (cell.Kind == RawKind.Text && cell.Text.Contains("单位", StringComparison.Ordinal) && UnitWords.OfSheet(cell.Text).Length > 0)
                return true;
        }
        return false;
    }

    /// <summary>合计 as a whole cell among the first, and beside it nothing but what totals hold.</summary>
    private NonDataReason? TotalOf(List<RawCell> filled)
    {
        for (var i = 0; i < filled.Count && i < 3; i++)
        {
            var cell = filled[i];
            if (cell.Kind != RawKind.Text || cell.Text.Length > 24 || !cell.Text.Contains('计', StringComparison.Ordinal))
                continue;
            var text = HeaderText.Folded(cell.Text);
            NonDataReason? reason = RowWords.IsTotal(text) ? NonDataReason.Total : RowWords.IsSubtotal(text) ? NonDataReason.Subtotal : null;
            if (reason is not null)
                return HoldsOnlyTotals(filled, i) ? reason : null;
        }
        return null;
    }

    private bool HoldsOnlyTotals(List<RawCell> filled, int word)
    {
        for (var i = 0; i < filled.Count; i++)
        {
            if (i != word && !FitsTotal(filled[i], isBefore: i < word))
                return false;
        }
        return true;
    }

    private bool FitsTotal(RawCell cell, bool isBefore)
    {
        if (RowWords.IsNothing(cell) || cell.Kind == RawKind.Error || !columns.TryGetValue(cell.Column, out var mapped) || mapped.Column is not { } column)
            return true;
        if (cell.Kind == RawKind.DateSerial)
            return false;
        var isIdentity = column.Kind is ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc or ColumnKind.Date or ColumnKind.Month or ColumnKind.Year;
        if (CountedText.Parse(cell.Text) is { } number)
            return !isIdentity || number.Unit.Length > 0 || Math.Abs(number.Value) < 10_000 && column.Kind is not (ColumnKind.Date or ColumnKind.Month or ColumnKind.Year);
        // 棣花镇 | 小计: the name of what is summed up stands before the word. A remark may stand anywhere a text is free.
        return isBefore || (column.Kind is ColumnKind.Text or ColumnKind.List && !column.IsRequired && !column.IsPersonal && !IsKey(column));
    }

    private bool IsKey(Column column) => layout.Ledger!.Keys.Any(key => key.Contains(column));

    private static bool IsInteger(string text) => text.AsSpan().Trim() is { Length: > 0 and < 8 } digits && digits.IndexOfAnyExceptInRange('0', '9') < 0;
}

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Reads an address such as D5607: once for each cell of a file, so letter by letter.</summary>
internal static class CellReference
{
    public static bool TryRead(ReadOnlySpan<char> address, out int row, out int column)
    {
        int letters = 0, at = 0;
        row = 0;
        for (; at < address.Length && char.IsAsciiLetter(address[at]) && letters <= Limits.Columns; at++)
            letters = letters * 26 + (address[at] & 0x1F);
        column = letters - 1;
        var hasLetters = at > 0;
        var digitsFrom = at;
        for (; at < address.Length && char.IsAsciiDigit(address[at]) && row <= Limits.Rows; at++)
            row = row * 10 + (address[at] - '0');
        return hasLetters && at > digitsFrom && at == address.Length && row is > 0 and <= Limits.Rows;
    }

    /// <summary>Reads A1:C3, from whichever corner it is written.</summary>
    public static bool TryReadRange(ReadOnlySpan<char> range, out CellRange cells)
    {
        cells = default;
        var colon = range.IndexOf(':');
        if (!TryRead(colon < 0 ? range : range[..colon], out var row, out var column))
            return false;
        if (!TryRead(range[(colon + 1)..], out var otherRow, out var otherColumn))
            return false;
        cells = new CellRange(Math.Min(row, otherRow), Math.Min(column, otherColumn), Math.Max(row, otherRow), Math.Max(column, otherColumn));
        return true;
    }
}

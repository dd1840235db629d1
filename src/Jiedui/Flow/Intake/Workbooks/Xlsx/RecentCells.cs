using System.Diagnostics.CodeAnalysis;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>
/// What cells of one column were taken for lately, by the bytes of their values: a cell of the same bytes, type and format is the same cell, and need not be
/// decoded again. A column in which hardly anything comes again, such as one of numbers of people, is left alone after a while.
/// </summary>
internal sealed class RecentCells
{
    private const int Longest = 32;
    private const int PlaceBits = 10;

    /// <summary>After so many questions it is looked whether this pays.</summary>
    private const int Trial = 1 << 12;

    /// <summary>At least one question in so many must find something.</summary>
    private const int WorthWhile = 8;

    private (RawCell Cell, string Type, int Format, int Length)[]? kept = new (RawCell, string, int, int)[1 << PlaceBits];
    private byte[]? values = new byte[Longest << PlaceBits];
    private int asked;
    private int found;

    /// <summary>Whether anything is kept: at least one question in some was answered so far.</summary>
    public bool IsWorthwhile => kept is not null;

    public bool TryGet(ReadOnlySpan<byte> value, string type, int format, [NotNullWhen(true)] out RawCell? cell)
    {
        cell = null;
        if (kept is null || value.Length > Longest)
            return false;
        var place = TextPlace.Of(value, PlaceBits);
        ref var one = ref kept[place];
        if (one.Length == value.Length && one.Format == format && ReferenceEquals(one.Type, type) && value.SequenceEqual(values.AsSpan(place * Longest, value.Length)))
        {
            found++;
            cell = one.Cell;
        }
        if (++asked == Trial && found < Trial / WorthWhile)
            (kept, values) = (null, null);
        return cell is not null;
    }

    public void Keep(ReadOnlySpan<byte> value, string type, int format, RawCell cell)
    {
        if (kept is null || value.Length > Longest)
            return;
        var place = TextPlace.Of(value, PlaceBits);
        kept[place] = (cell, type, format, value.Length);
        value.CopyTo(values.AsSpan(place * Longest));
    }
}

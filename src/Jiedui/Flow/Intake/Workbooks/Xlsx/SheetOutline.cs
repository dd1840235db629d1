namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>
/// A sheet's XML with the rows cut out between two tags. Searching bytes for a tag costs little more than inflating them; reading a million rows as XML only to
/// reach what stands behind them would cost as much as reading the sheet.
/// </summary>
internal static class SheetOutline
{
    private const int ChunkBytes = 256 << 10;

    private const int LongestEnd = 8 << 20;

    /// <summary>The outline; null where the sheet is written in a way that cannot be cut like this.</summary>
    public static MemoryStream? Of(XlsxPackage package, string part)
    {
        using var bytes = package.Find(part);
        if (bytes is null)
            return null;
        var chunk = new byte[ChunkBytes];
        var filled = bytes.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
        bytes.TokenEnds();
        if (RowsStart(chunk.AsSpan(0, filled)) is not { } start)
            return null;
        var outline = new MemoryStream();
        outline.Write(chunk.AsSpan(0, start.BodyStart));
        var closing = chunk.AsSpan(start.Name).ToArray();
        closing = [(byte)'<', (byte)'/', .. closing];
        return AppendEnd(outline, bytes, chunk, start.BodyStart, filled, closing) ? outline : null;
    }

    /// <summary>Where the tag sheetData is named, and where it ends; null where it does not stand in the first bytes, or is empty.</summary>
    private static (Range Name, int BodyStart)? RowsStart(ReadOnlySpan<byte> head)
    {
        var word = head.IndexOf("sheetData"u8);
        var open = word < 0 ? -1 : head[..word].LastIndexOf((byte)'<');
        var end = word < 0 ? -1 : head[word..].IndexOf((byte)'>') + word;
        if (open < 0 || end < word || head[end - 1] == (byte)'/' || head[..word].IndexOf("<!--"u8) >= 0)
            return null;
        return ((open + 1)..(word + "sheetData".Length), end + 1);
    }

    /// <summary>Keeps what follows the last closing tag: an earlier one could stand in a comment or CDATA.</summary>
    private static bool AppendEnd(MemoryStream outline, InflatingStream bytes, byte[] chunk, int from, int filled, byte[] closing)
    {
        var start = outline.Length;
        var found = false;
        while (filled > 0)
        {
            var seen = chunk.AsSpan(from, filled - from);
            var last = seen.LastIndexOf(closing);
            var overlap = Math.Min(closing.Length - 1, seen.Length);
            if (last >= 0)
            {
                found = true;
                outline.SetLength(start);
                overlap = Math.Min(overlap, seen.Length - last - closing.Length);
                seen = seen[last..];
            }
            if (found)
                outline.Write(seen[..^overlap]);
            if (outline.Length - start > LongestEnd)
                return false;
            seen[^overlap..].CopyTo(chunk);
            var count = bytes.Read(chunk.AsSpan(overlap));
            bytes.TokenEnds();
            if (count == 0)
            {
                if (found)
                    outline.Write(chunk.AsSpan(0, overlap));
                break;
            }
            (from, filled) = (0, overlap + count);
        }
        outline.Position = 0;
        return found;
    }
}

namespace Jiedui.Flow.Intake.Workbooks;

/// <summary>What the first bytes of a file say it is.</summary>
internal static class Signature
{
    private static readonly (byte[] Start, string SeemsToBe)[] Others =
    [
        ("%PDF"u8.ToArray(), " PDF 文件"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片（PNG）"),
        ([0xFF, 0xD8, 0xFF], "图片（JPEG）"),
        ("GIF8"u8.ToArray(), "图片（GIF）"),
        ("II*\0"u8.ToArray(), "图片（TIFF）"),
        ("RIFF"u8.ToArray(), "图片或音视频"),
        ("{\\rtf"u8.ToArray(), "富文本文档（RTF）"),
        ("Rar!"u8.ToArray(), "压缩包（RAR）"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "压缩包（7z）"),
        ([0x1F, 0x8B], "压缩包（GZIP）"),
        ("SQLite format 3"u8.ToArray(), "数据库文件"),
    ];

    public static WorkbookFormat FormatOf(Stream file, string name)
    {
        Span<byte> head = stackalloc byte[512];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.IsEmpty)
            throw Refusal.Empty(name);
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return WorkbookFormat.Xlsx;
        if (head is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return WorkbookFormat.Xls;
        // A BIFF stream without its container, as very old programs wrote it.
        if (head is [0x09, 0x00 or 0x02 or 0x04 or 0x08, ..] && head.Contains((byte)0) && !HasUtf16Mark(head))
            return WorkbookFormat.Xls;
        foreach (var (start, seemsToBe) in Others)
        {
            if (head.StartsWith(start))
                throw Refusal.WrongType(name, seemsToBe);
        }
        if (MarkupIn(head) is { } markup)
            throw Refusal.WrongType(name, markup);
        if (head.Contains((byte)0) && !HasUtf16Mark(head))
            throw Refusal.WrongType(name, "二进制文件");
        return WorkbookFormat.Csv;
    }

    private static bool HasUtf16Mark(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>Many systems export a web page and call it .xls.</summary>
    private static string? MarkupIn(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<meta", StringComparison.OrdinalIgnoreCase))
            return "网页（HTML），只是取了表格的文件名";
        return text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? " XML 文件（如“XML 表格 2003”）" : null;
    }
}

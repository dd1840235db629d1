using System.Text;
using System.Text.Unicode;

namespace Jiedui.Flow.Intake.Workbooks.Csv;

/// <summary>
/// Finds a text's encoding by decoding all of it strictly. Valid UTF-8 is UTF-8 (Chinese in GB18030 all but never is), else it must be valid GB18030: a guess from
/// the first bytes would turn names into other names, and nobody would notice.
/// </summary>
internal static class CsvEncoding
{
    private const int ChunkBytes = 64 << 10;

    private enum Fit
    {
        Whole,
        BrokenOff,
        No,
    }

    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Of(Stream file, string name)
    {
        if (MarkedAsUtf16(file) is { } utf16)
            return Judged(file, name, utf16) is Fit.Whole ? utf16 : throw Refusal.Truncated(name);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var fit = JudgedAsUtf8(file, name, utf8);
        if (fit is Fit.Whole)
            return utf8;
        if (fit is Fit.BrokenOff)
            throw Refusal.Truncated(name);
        var gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Judged(file, name, gb18030) switch
        {
            Fit.Whole => gb18030,
            Fit.BrokenOff => throw Refusal.Truncated(name),
            Fit.No => throw Refusal.Encoding(name),
        };
    }

    private static UnicodeEncoding? MarkedAsUtf16(Stream file)
    {
        Span<byte> mark = stackalloc byte[2];
        file.Position = 0;
        file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        return mark is [0xFF, 0xFE] ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
            : mark is [0xFE, 0xFF] ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
            : null;
    }

    /// <summary>The same as by decoding, but on the bytes as they are.</summary>
    private static Fit JudgedAsUtf8(Stream file, string name, UTF8Encoding utf8)
    {
        var bytes = new byte[ChunkBytes];
        var carried = 0;
        var sawOthersThanAscii = false;
        file.Position = 0;
        while (file.Read(bytes.AsSpan(carried)) is > 0 and var count)
        {
            var all = bytes.AsSpan(0, carried + count);
            var whole = all[..^BegunAtEnd(all)];
            if (!Utf8.IsValid(whole))
                return Fit.No;
            if (whole.Contains((byte)0))
                throw Refusal.WrongType(name, "二进制文件");
            sawOthersThanAscii |= !Ascii.IsValid(whole);
            carried = all.Length - whole.Length;
            all[^carried..].CopyTo(bytes);
        }
        if (carried == 0)
            return Fit.Whole;
        try
        {
            // What is begun at the end may be the beginning of nothing.
            utf8.GetDecoder().GetCharCount(bytes, 0, carried, flush: false);
            return sawOthersThanAscii ? Fit.BrokenOff : Fit.No;
        }
        catch (DecoderFallbackException)
        {
            return Fit.No;
        }
    }

    /// <summary>How many bytes at the end begin a character that is longer than they are.</summary>
    private static int BegunAtEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var length = bytes[^back] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, >= 0x80 => 0, _ => 1 };
            if (length > 0)
                return length > back ? back : 0;
        }
        return 0;
    }

    private static Fit Judged(Stream file, string name, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var bytes = new byte[ChunkBytes];
        var characters = new char[encoding.GetMaxCharCount(ChunkBytes)];
        var sawOthersThanAscii = false;
        file.Position = 0;
        while (true)
        {
            var count = file.Read(bytes);
            try
            {
                var decoded = characters.AsSpan(0, decoder.GetChars(bytes, 0, count, characters, 0, flush: count == 0));
                if (decoded.Contains('\0'))
                    throw Refusal.WrongType(name, "二进制文件");
                sawOthersThanAscii |= !Ascii.IsValid(decoded);
            }
            catch (DecoderFallbackException)
            {
                return count == 0 && sawOthersThanAscii ? Fit.BrokenOff : Fit.No;
            }
            if (count == 0)
                return Fit.Whole;
        }
    }
}

using System.Text;

namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>What happens to a .csv: quotes that do not close, other separators, NULs, endless lines, other encodings.</summary>
internal static class TextCuts
{
    public static byte[] Apply(byte[] bytes, Cut cut)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = cut.At(text.Length + 1);
        return (cut.Kind % 8) switch
        {
            0 => Encoding.UTF8.GetBytes(text.Insert(at, cut.Of(["\"", "\"\"", "'", "\"\"\"", "\",\""]))),
            1 => Encoding.UTF8.GetBytes(text.Insert(at, cut.Of(["\0", "\0\0\0\0", "\u001a", "\u2028", "\uFEFF", "\r", "\n\n\n", "\uFFFF"]))),
            2 => Encoding.UTF8.GetBytes(text.Replace(',', cut.Of([';', '\t', '|', '\u0001', ' ']))),
            3 => Encoding.UTF8.GetBytes(text.Insert(at, new string(cut.Of(['a', ',', '"', '长', '\n']), (int)(cut.HowMuch * 200_000)))),
            4 => cut.Of([Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.GetEncoding("GB18030"), Encoding.GetEncoding("Big5"), Encoding.Latin1]).GetBytes(text),
            5 => Encoding.UTF8.GetBytes(text.Replace("\r\n", cut.Of(["\r", "\n", "\n\r", "\u0085", ""]), StringComparison.Ordinal)),
            _ => ByteCuts.Apply(bytes, cut with { Kind = cut.What }),
        };
    }
}

using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Characters that XML has no place for stand in a workbook as _x000D_, and an underscore that could be mistaken as _x005F_.</summary>
internal static class EscapedText
{
    private const int EscapeLength = 7;

    public static string Read(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        return Shorten(text.ToCharArray()).ToString();
    }

    /// <summary>Reads the escapes in place and gives back what is left.</summary>
    public static Span<char> Shorten(Span<char> text)
    {
        var first = text.IndexOf("_x");
        if (first < 0)
            return text;
        var to = first;
        for (var from = first; from < text.Length; to++)
        {
            if (IsEscape(text[from..], out var character))
            {
                text[to] = character;
                from += EscapeLength;
            }
            else
            {
                text[to] = text[from++];
            }
        }
        return text[..to];
    }

    // Control characters and halves of characters stay as they are written: seen, they can be corrected; let in, they would break what comes after.
    private static bool IsEscape(ReadOnlySpan<char> text, out char character)
    {
        character = '\0';
        if (text.Length < EscapeLength || !text.StartsWith("_x") || text[EscapeLength - 1] != '_'
            || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        character = (char)code;
        return character is '\t' or '\n' or '\r' || !(char.IsControl(character) || char.IsSurrogate(character));
    }
}

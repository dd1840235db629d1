using System.Buffers;
using System.Text;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Takes away what typing and copying leave on a text without meaning anything.</summary>
internal static class CleanText
{
    private const int FullWidthOffset = '０' - '0';

    /// <summary>What goes, or becomes another: most texts hold none of it, and are not copied.</summary>
    private static readonly SearchValues<char> Untidy = SearchValues.Create([.. Characters().Where(letter => letter == '\r' || IsInvisible(letter) || Visible(letter) != letter)]);

    private static readonly SearchValues<char> Wide = SearchValues.Create([.. Characters().Where(letter => Half(letter) != letter)]);

    /// <summary>
    /// Trimmed of blanks of every kind and of a leading apostrophe, without invisible characters, its full-width letters and digits made half-width.
    /// Chinese punctuation stays: it belongs to the text.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var visible = text.AsSpan().ContainsAny(Untidy) ? Visible(text) : text;
        return WithoutApostrophe(visible.Trim()).Trim();
    }

    /// <summary>All of it half-width, punctuation and blanks too, and dashes of every kind a hyphen: for numbers, dates and codes.</summary>
    public static string Halved(string text) =>
        text.AsSpan().ContainsAny(Wide) ? string.Create(text.Length, text, FillHalved) : text;

    public static string WithoutBlanks(string text) =>
        HasBlanks(text) ? string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))) : text;

    public static bool HasBlanks(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
                return true;
        }
        return false;
    }

    private static void FillHalved(Span<char> halved, string text)
    {
        for (var i = 0; i < halved.Length; i++)
            halved[i] = Half(text[i]);
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsInvisible(letter))
                visible.Append(Visible(letter));
        }
        return visible.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    private static char Visible(char letter) => char.IsAsciiLetterOrDigit(Half(letter)) ? Half(letter) : letter;

    private static IEnumerable<char> Characters() => Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code);

    private static bool IsInvisible(char letter) =>
        letter is '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\u00AD'
        || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));

    private static string WithoutApostrophe(string text) => text is ['\'' or '’' or '‘' or '＇' or '`', _, ..] ? text[1..] : text;

    private static char Half(char letter) => letter switch
    {
        >= '！' and <= '～' => (char)(letter - FullWidthOffset),
        '￥' => '¥',
        '—' or '–' or '―' or '─' or '−' or '‐' or '‑' or '﹣' or '⁃' => '-',
        '〜' or '∼' or '˜' => '~',
        _ when char.IsWhiteSpace(letter) => ' ',
        _ => letter,
    };
}

using System.Text;
using System.Text.RegularExpressions;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>A header's text, brought to the form in which headers are compared.</summary>
/// <param name="Key">Without blanks, line breaks, numbering, 其中 and its unit; half-width.</param>
/// <param name="Unit">The unit that stood in it, or empty.</param>
internal readonly partial record struct HeaderText(string Key, string Unit)
{
    [GeneratedRegex(@"^(?:[*★☆#]+|\d+[.、]|[一二三四五六七八九十]+、|\(\d+\)|其中[:,]?)+|[*★☆:;。]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"[(\[【][^)\]】]*[)\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex AnyBracket();

    public static HeaderText Of(string text)
    {
        var bare = Decoration().Replace(Folded(text), "");
        if (UnitWords.IsLone(bare))
            return new HeaderText("", bare);
        var (key, unit) = UnitWords.Split(bare);
        // 其中：（元） leaves nothing: then the parent is the name.
        return new HeaderText(Decoration().Replace(key, ""), unit);
    }

    /// <summary>The key without what stands in brackets: 身份证号(18位) is 身份证号.</summary>
    public static string WithoutBrackets(string key) => AnyBracket().Replace(key, "");

    /// <summary>Half-width, and without blanks of any kind and invisible characters.</summary>
    public static string Folded(string text, bool keepBlanks = false)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(letter) || letter is '\u200b' or '\ufeff')
                folded.Append(keepBlanks ? " " : "");
            else
                folded.Append(letter);
        }
        return folded.ToString();
    }
}

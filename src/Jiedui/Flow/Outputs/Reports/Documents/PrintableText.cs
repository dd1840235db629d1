using System.Xml;

namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>Text out of records as a document can carry it: one line, without characters that XML refuses.</summary>
public static class PrintableText
{
    public static string Of(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && IsPrintable(text) ? text : Cleaned(text).Trim();

    private static bool IsPrintable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
                index++;
            else if (!XmlConvert.IsXmlChar(text[index]))
                return false;
        }
        return true;
    }

    private static string Cleaned(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate enumerates as the replacement character.
            if (rune.Value is '\t' or '\n' or '\r')
                kept.Append(' ');
            else if (rune.Value is >= ' ' and not 0xFFFE and not 0xFFFF)
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }
}

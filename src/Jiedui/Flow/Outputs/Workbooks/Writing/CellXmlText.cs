using System.Globalization;
using System.Text;
using System.Xml;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>Text as a cell may hold it: what XML has no place for is escaped as Excel does it, and what is too long for Excel is cut and says so.</summary>
internal static class CellXmlText
{
    private const int Longest = 32_767;
    private const string CutOff = "…（内容过长，已截断）";

    public static string Of(string text)
    {
        if (text.Length > Longest)
            text = text[..(Longest - CutOff.Length)] + CutOff;
        return NeedsEscape(text) ? Escaped(text) : text;
    }

    private static bool NeedsEscape(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal))
            return true;
        foreach (var letter in text)
        {
            if (letter is '\r' or '\uFFFE' or '\uFFFF' || (letter < ' ' && letter is not ('\n' or '\t')) || char.IsSurrogate(letter))
                return true;
        }
        return false;
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                escaped.Append(text[at++]).Append(text[at]);
            else if (text[at] == '\r' || !XmlConvert.IsXmlChar(text[at]))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
            else if (text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_')
                escaped.Append("_x005F_");
            else
                escaped.Append(text[at]);
        }
        return escaped.ToString();
    }
}

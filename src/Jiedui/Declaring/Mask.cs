using System.Text.RegularExpressions;

namespace Jiedui.Declaring;

/// <summary>What may be shown of a cell to who may not see personal data: just enough to find it in the sheet.</summary>
public static partial class Mask
{
    private const int Longest = 60;

    /// <summary>A cell as a finding shows it: personal data masked, everything else cut to what a sentence bears.</summary>
    /// <param name="column">Null for a column that no ledger knows: it is treated as personal.</param>
    public static string Of(Column? column, string text)
    {
        text = text.Trim();
        if (column is not { IsPersonal: false })
            return Personal(column, text);
        text = Shown(column, text);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    /// <summary>6*************1234 of an ID, 140****4283 of a mobile number, 张** of a name, and the same of everything else.</summary>
    public static string Personal(Column? column, string text)
    {
        if (text.Length == 0)
            return "";
        return column?.Kind switch
        {
            ColumnKind.IdNumber => Ends(text, 1),
            ColumnKind.Phone => string.Join('、', text.Split('、').Select(number => Ends(number, number.Length >= 11 ? 3 : 1))),
            _ => Initial(text),
        };
    }

    /// <summary>What stands in a cell, for who may not see personal data: in a remark or another free text only the ID and mobile numbers are masked.</summary>
    public static string Shown(Column column, string text) => column.IsPersonal ? Personal(column, text) : IsFree(column) ? Within(text) : text;

    /// <summary>Whether people write into this column what they like, a telephone number too.</summary>
    public static bool IsFree(Column column) => column is { IsPersonal: false, IsRequired: false, Kind: ColumnKind.Text or ColumnKind.List };

    /// <summary>A text with the ID and mobile numbers in it masked; the same object where it holds none.</summary>
    public static string Within(string text) =>
        text.Length < 11 || !text.AsSpan().ContainsAnyInRange('0', '9') || !Number().IsMatch(text)
            ? text
            : Number().Replace(text, number => Ends(number.Value, number.Length == 11 ? 3 : 1));

    [GeneratedRegex("(?<![0-9])(?:[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]|1[3-9][0-9]{9})(?![0-9])")]
    private static partial Regex Number();

    private static string Ends(string text, int first) =>
        text.Length > 7 ? text[..first] + new string('*', Math.Min(text.Length, 30) - first - 4) + text[^4..] : new string('*', text.Length);

    // A surrogate pair is one letter, and half of it is none.
    private static string Initial(string text) => (char.IsSurrogate(text[0]) ? "" : text[..1]) + "**";
}

namespace Jiedui.Declaring;

/// <summary>What may be shown of a cell to who may not see personal data: just enough to find it in the sheet.</summary>
public static class Mask
{
    private const int Longest = 60;

    /// <summary>A cell as a finding shows it: personal data masked, everything else cut to what a sentence bears.</summary>
    /// <param name="column">Null for a column that no ledger knows: it is treated as personal.</param>
    public static string Of(Column? column, string text)
    {
        text = text.Trim();
        return column is not { IsPersonal: false } ? Personal(column, text) : text.Length <= Longest ? text : text[..Longest] + "…";
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

    private static string Ends(string text, int first) =>
        text.Length > 7 ? text[..first] + new string('*', Math.Min(text.Length, 30) - first - 4) + text[^4..] : new string('*', text.Length);

    // A surrogate pair is one letter, and half of it is none.
    private static string Initial(string text) => (char.IsSurrogate(text[0]) ? "" : text[..1]) + "**";
}

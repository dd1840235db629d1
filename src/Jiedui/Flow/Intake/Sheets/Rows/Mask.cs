using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>What a finding may show of a cell: of personal data just enough to find it in the sheet.</summary>
internal static class Mask
{
    private const int Longest = 60;

    public static string Of(Column? column, string text)
    {
        text = text.Trim();
        if (text.Length == 0)
            return "";
        if (column is { IsPersonal: false })
            return text.Length <= Longest ? text : text[..Longest] + "…";
        if (column is { Kind: ColumnKind.IdNumber or ColumnKind.Phone })
            return text.Length > 7 ? text[0] + new string('*', Math.Min(text.Length, 30) - 5) + text[^4..] : new string('*', text.Length);
        // A surrogate pair is one letter, and half of it is none.
        return (char.IsSurrogate(text[0]) ? "" : text[..1]) + "**";
    }
}

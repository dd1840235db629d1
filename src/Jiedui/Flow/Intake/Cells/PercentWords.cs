namespace Jiedui.Flow.Intake.Cells;

/// <summary>百分之六, 七成, 七成五: shares in words.</summary>
internal static class PercentWords
{
    /// <summary>The same with a sign behind the number: 百分之六 is 六%, and 七成五 is 七十五%.</summary>
    public static string WithSign(string text)
    {
        if (text.StartsWith("百分之", StringComparison.Ordinal))
            return text[3..] + "%";
        if (text.StartsWith("千分之", StringComparison.Ordinal))
            return text[3..] + "‰";
        return text is [_, '成', _] && ChineseNumeral.IsPart(text[0]) && ChineseNumeral.TryReadDigits($"{text[0]}{text[2]}", out _)
            ? $"{text[0]}十{text[2]}%"
            : text;
    }
}

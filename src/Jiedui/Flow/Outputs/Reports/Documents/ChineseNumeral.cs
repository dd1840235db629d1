namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>The numerals that number headings, 一 to 九十九.</summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int number) => number switch
    {
        < 1 or > 99 => throw new ArgumentOutOfRangeException(nameof(number)),
        < 10 => $"{Digits[number]}",
        _ => (number < 20 ? "" : $"{Digits[number / 10]}") + "十" + (number % 10 == 0 ? "" : $"{Digits[number % 10]}"),
    };
}

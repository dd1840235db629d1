namespace Jiedui.Flow.Intake.Cells;

/// <summary>
/// Whole numbers in Chinese: 两, 二十, 一百零五, 十二万三千, 廿, 壹仟贰佰; and, as spoken, 三千五 for 3500. What can be meant in two ways (三四) is not read.
/// </summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";
    private const int LongestNumeral = 24;

    public static bool IsPart(char letter) => DigitOf(letter) >= 0 || UnitOf(letter) > 0 || TensOf(letter) > 0;

    /// <param name="text">The numeral and nothing else.</param>
    /// <param name="value">What it says.</param>
    /// <param name="step">The place of its last digit that is not zero: 100 for 三百, 10 for 二十. Zero for 零.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out long value, out long step)
    {
        value = step = 0;
        if (text.Length is 0 or > LongestNumeral)
            return false;
        if (IsReadOut(text) && TryReadDigits(text, out value))
        {
            step = LastPlace(value);
            return true;
        }
        var counting = new ChineseCounting();
        foreach (var letter in text)
        {
            if (!counting.Take(DigitOf(letter), TensOf(letter), UnitOf(letter), isPair: letter is '两' or '兩'))
                return false;
        }
        if (!counting.TryEnd(out value))
            return false;
        step = LastPlace(value);
        return true;
    }

    /// <summary>Digit by digit, as years and numbers are read out: 二〇二〇.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 15)
            return false;
        foreach (var letter in text)
        {
            if (DigitOf(letter) is var digit && (digit < 0 || letter is '两' or '兩'))
                return false;
            value = value * 10 + digit;
        }
        return true;
    }

    /// <summary>三四 is three or four; 一八〇〇 and 二〇五 are one number.</summary>
    private static bool IsReadOut(ReadOnlySpan<char> text) => text.Length > 3 || (text.Length == 3 && text.ContainsAny('〇', '○', '零'));

    private static long LastPlace(long value)
    {
        if (value == 0)
            return 0;
        var place = 1L;
        while (value % (place * 10) == 0)
            place *= 10;
        return place;
    }

    private static int DigitOf(char letter) => letter switch
    {
        '〇' or '○' => 0,
        '两' or '兩' => 2,
        '壹' => 1,
        '贰' or '貳' => 2,
        '叁' or '參' or '叄' => 3,
        '肆' => 4,
        '伍' => 5,
        '陆' or '陸' => 6,
        '柒' => 7,
        '捌' => 8,
        '玖' => 9,
        _ => Digits.IndexOf(letter, StringComparison.Ordinal),
    };

    private static int TensOf(char letter) => letter switch
    {
        '廿' => 20,
        '卅' => 30,
        '卌' => 40,
        _ => 0,
    };

    private static long UnitOf(char letter) => letter switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or '萬' => 10000,
        '亿' or '億' => 100000000,
        _ => 0,
    };
}

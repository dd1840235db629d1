using System.Globalization;
using System.Text.RegularExpressions;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>What a cell says of a number: one term or a range of two, how exactly, and of what (每亩).</summary>
internal sealed partial record NumberPhrase(NumberTerm First, NumberTerm? Second, Qualifier Qualifier, string Per, bool IsAbout = false)
{
    private const int LongestPhrase = 40;

    public static NumberPhrase Just(decimal number) =>
        new(new NumberTerm(number, 0, 1, 1, IsChinese: false, HasOwnBig: false, NumberBlur.None, ""), null, Qualifier.Exact, "");

    /// <summary>Digits and a point, as most cells have them, need no further look.</summary>
    public static bool TryReadPlain(string text, out NumberPhrase phrase)
    {
        phrase = Just(0);
        if (text.Length > ArabicDigits.Longest || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        phrase = Just(number);
        return true;
    }

    public static bool TryRead(string text, bool isPercent, out NumberPhrase phrase, out CellFault fault)
    {
        phrase = Just(0);
        fault = NumberFaults.Shape;
        var halved = CleanText.Halved(text);
        if (halved.Length > LongestPhrase)
            return false;
        if (Scientific().IsMatch(halved))
        {
            fault = NumberFaults.DigitsLost;
            return false;
        }
        if (TwoNumbers().IsMatch(halved))
        {
            fault = NumberFaults.Several;
            return false;
        }
        var words = QualifierWords.TakeFrom(CleanText.WithoutBlanks(halved), out var qualifier);
        if (qualifier is null)
            return false;
        if (VagueWords().IsMatch(words))
        {
            fault = NumberFaults.Vague;
            return false;
        }
        var (bare, per) = PerWord(words);
        if (isPercent)
            bare = PercentWords.WithSign(bare);
        return TryReadTerms(bare, qualifier.Value, per, ref phrase, ref fault);
    }

    private static bool TryReadTerms(string text, Qualifier qualifier, string per, ref NumberPhrase phrase, ref CellFault fault)
    {
        var parts = Between().Split(text);
        if (parts.Length > 2 || new NumberScanner(parts[0]).Read(out fault) is not { } first)
            return false;
        if (parts.Length == 1)
            return TryQualify(new NumberPhrase(first, null, qualifier, per), ref phrase, ref fault);
        if (new NumberScanner(parts[1]).Read(out fault) is not { } second)
            return false;
        return TrySpan(first, second, qualifier, per, ref phrase, ref fault);
    }

    private static bool TryQualify(NumberPhrase single, ref NumberPhrase phrase, ref CellFault fault)
    {
        fault = NumberFaults.Shape;
        if (HasNumberInUnit(single.First))
        {
            fault = NumberFaults.Several;
            return false;
        }
        var isBlurred = single.First.Blur != NumberBlur.None;
        // 约20余 says no more than 20余; 不低于20余 says two things.
        if ((isBlurred && single.Qualifier is not (Qualifier.Exact or Qualifier.About)) || (isBlurred && single.First.Digits <= 0))
            return false;
        if (single.Qualifier != Qualifier.Exact && single.First.Digits < 0)
            return false;
        phrase = single.First.Blur switch
        {
            NumberBlur.More => single with { Qualifier = Qualifier.More },
            NumberBlur.About => single with { Qualifier = Qualifier.About },
            NumberBlur.None => single,
        };
        return true;
    }

    private static bool TrySpan(NumberTerm first, NumberTerm second, Qualifier qualifier, string per, ref NumberPhrase phrase, ref CellFault fault)
    {
        fault = NumberFaults.Shape;
        if (qualifier is not (Qualifier.Exact or Qualifier.About) || first.Blur != NumberBlur.None || second.Blur != NumberBlur.None || first.Digits < 0 || second.Digits < 0)
            return false;
        fault = NumberFaults.Several;
        if (HasNumberInUnit(first) || HasNumberInUnit(second))
            return false;
        fault = NumberFaults.RangeUnclear;
        // 三至五百: three or three hundred? 3万-5: five or fifty thousand?
        if ((second.IsChinese && second.Digits >= 100 && second.Digits % 100 == 0 && !first.HasMagnitude && second.Big == 1) || (first.HasOwnBig && !second.SaysUnit))
            return false;
        phrase = new NumberPhrase(first.Before(second), second, Qualifier.Range, per, qualifier == Qualifier.About);
        return true;
    }

    /// <summary>7(28) and 3名教师2名医生 are two numbers.</summary>
    private static bool HasNumberInUnit(NumberTerm term) => term.Unit.Any(letter => char.IsAsciiDigit(letter) || letter is '(' or ')');

    /// <summary>每亩6万元, 月薪3500元.</summary>
    private static (string Text, string Per) PerWord(string text) => PerPrefix().Match(text) is { Success: true } match
        ? (text[match.Length..], match.Groups["per"].Value)
        : (text, "");

    [GeneratedRegex(@"^(?:每人每|人均每|每)(?<per>[月年天日亩人户])(?:工资|收入|补助)?|^(?<per>月)(?:薪|工资|收入)|^人均(?<per>月)(?:薪|工资|收入)")]
    private static partial Regex PerPrefix();

    [GeneratedRegex(@"(?<=[^-~至到])(?:-{1,2}|~|至|到)(?=[0-9.〇零一二三四五六七八九十两百千廿卅壹贰叁肆伍陆柒捌玖拾])")]
    private static partial Regex Between();

    [GeneratedRegex(@"^-?[0-9.]+[Ee][+-]?[0-9]+\z")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"[0-9] +[0-9]|[0-9][^()]*\([^()]*[0-9一二三四五六七八九十]")]
    private static partial Regex TwoNumbers();

    [GeneratedRegex(@"^(?:上|成|数|几|好几|若干|许多|大量|多|近|约)[十百千万亿个名家人余]|十几|[数几半]|^若干|^大量|^不详|^许多")]
    private static partial Regex VagueWords();
}

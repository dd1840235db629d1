using System.Globalization;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Takes one number and what follows it out of a text without blanks.</summary>
internal ref struct NumberScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    /// <returns>Null where no number stands at the beginning, or one that can be read in two ways.</returns>
    public NumberTerm? Read(out CellFault fault)
    {
        fault = NumberFaults.Shape;
        var sign = rest is ['-', ..] ? -1 : 1;
        if (sign < 0)
            rest = rest[1..];
        return (rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || rest[0] == '.') ? ReadArabic(ref fault) : ReadChinese()) is { } term
            ? term with { Digits = sign * term.Digits }
            : null;
    }

    private NumberTerm? ReadArabic(ref CellFault fault)
    {
        if (!TryTakeDigits(out var digits, out var step, ref fault))
            return null;
        var blur = TakeBlur();
        if (!TryTakeMagnitude(out var small, out var big))
            return null;
        if (rest is [var next, ..] && char.IsAsciiDigit(next))
        {
            fault = NumberFaults.Several;
            return blur == NumberBlur.None && small * big > 1 ? ReadParts(digits, small * big, ref fault) : null;
        }
        if (blur == NumberBlur.None && !TryTakeLateBlur(ref blur, ref small, ref big))
            return null;
        return End(new NumberTerm(digits, step, small, big, IsChinese: false, HasOwnBig: big > 1, blur, ""));
    }

    /// <summary>3万5千, 1亿2000万: every part has a magnitude, and stays below the one before it.</summary>
    private NumberTerm? ReadParts(decimal first, decimal firstMagnitude, ref CellFault fault)
    {
        var (sum, above, step) = (first * firstMagnitude, firstMagnitude, 0m);
        while (rest is [var next, ..] && char.IsAsciiDigit(next))
        {
            if (!TryTakeDigits(out var digits, out var place, ref fault) || !TryTakeMagnitude(out var small, out var big))
                return null;
            if (small * big == 1 || digits * small * big >= above)
                return null;
            (sum, above, step) = (sum + digits * small * big, small * big, place * small * big);
        }
        return End(new NumberTerm(sum, step, 1, 1, IsChinese: false, HasOwnBig: true, TakeBlur(), ""));
    }

    /// <summary>五十万 is 五十 by 万, so that in 三十至五十万 the 万 can be the first number's too.</summary>
    private NumberTerm? ReadChinese()
    {
        var length = 0;
        while (length < rest.Length && ChineseNumeral.IsPart(rest[length]))
            length++;
        var numeral = rest[..length];
        if (!ChineseNumeral.TryRead(numeral, out var value, out var step))
            return null;
        var big = MagnitudeWords.Of(numeral[^1]) is var last and >= 10000 ? last : 1;
        var hasOwnBig = numeral.ContainsAny("万萬亿億");
        rest = rest[length..];
        var blur = TakeBlur();
        if (!TryTakeMagnitude(out var small, out var moreBig))
            return null;
        return End(new NumberTerm(value / big, step / big, small, big * moreBig, IsChinese: true, hasOwnBig || moreBig > 1, blur, ""));
    }

    private NumberTerm End(NumberTerm term)
    {
        var unit = rest.ToString();
        return term.Blur == NumberBlur.None && unit is [.. var word, '余' or '多']
            ? term with { Unit = word, Blur = NumberBlur.More }
            : term with { Unit = unit };
    }

    private bool TryTakeDigits(out decimal digits, out decimal step, ref CellFault fault)
    {
        var length = rest.IndexOfAnyExcept("0123456789,.");
        var run = rest[..(length < 0 ? rest.Length : length)];
        (digits, step) = (0, 0);
        if (!ArabicDigits.HasGoodCommas(run))
        {
            fault = NumberFaults.Commas;
            return false;
        }
        rest = rest[run.Length..];
        step = ArabicDigits.LastPlace(run);
        return run.Length <= ArabicDigits.Longest
            && decimal.TryParse(run, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out digits);
    }

    /// <summary>20万余元, 3千多万: the word may stand behind the magnitude too.</summary>
    private bool TryTakeLateBlur(ref NumberBlur blur, ref decimal small, ref decimal big)
    {
        blur = TakeBlur();
        if (blur == NumberBlur.None)
            return true;
        if (!TryTakeMagnitude(out var moreSmall, out var moreBig))
            return false;
        (small, big) = (small * moreSmall, big * moreBig);
        return true;
    }

    private NumberBlur TakeBlur()
    {
        var blur = rest is ['余' or '多', ..] ? NumberBlur.More : rest is ['来', ..] ? NumberBlur.About : NumberBlur.None;
        if (blur != NumberBlur.None)
            rest = rest[1..];
        return blur;
    }

    /// <summary>At most two, the smaller first: 百万, 千万, 万亿. The 千 of 千克 is the unit's.</summary>
    private bool TryTakeMagnitude(out decimal small, out decimal big)
    {
        (small, big) = (1, 1);
        var last = 0m;
        for (var taken = 0; rest is [var letter, ..] && MagnitudeWords.Of(letter) > 1 && rest is not ['千', '克' or '瓦' or '米', ..]; taken++)
        {
            var unit = MagnitudeWords.Of(letter);
            if (unit <= last || taken == 2)
                return false;
            if (unit < 10000)
                small *= unit;
            else
                big *= unit;
            last = unit;
            rest = rest[1..];
        }
        return true;
    }
}

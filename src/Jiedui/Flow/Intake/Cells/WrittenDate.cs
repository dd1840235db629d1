using System.Globalization;
using System.Text.RegularExpressions;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>A date in words and digits. The year stands first and has four digits; anything else is sent back.</summary>
internal static partial class WrittenDate
{
    private const int LongestDate = 40;

    public static bool IsPlausible(int year) => year is >= 1949 and <= 2100;

    public static CellReading Read(string text)
    {
        if (text.Length > LongestDate)
            return DateFaults.Shape;
        var day = DateShapes.TimeOfDay().Replace(CleanText.Halved(text).Trim(), "");
        // 2020-5-1 2 is not the twelfth.
        if (DateShapes.DigitsApart().IsMatch(day))
            return DateFaults.Shape;
        var date = CleanText.WithoutBlanks(day);
        if (DateShapes.Serial().IsMatch(date))
            return FromSerial(date);
        if (DateShapes.SixDigits().IsMatch(date))
            return FromSixDigits(date);
        foreach (var shape in DateShapes.All)
        {
            if (shape.Match(date) is { Success: true } match)
                return FromParts(Part(match, "year"), Part(match, "month"), Part(match, "day"));
        }
        return DateShapes.Chinese().Match(date) is { Success: true } chinese ? FromChinese(chinese) : WhatIsWrong(date);
    }

    private static CellReading FromParts(int? year, int? month, int? day)
    {
        if (year is not { } known || !IsPlausible(known))
            return DateFaults.Implausible;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(known, month ?? 1))
            return DateFaults.NoSuchDay;
        return new CellReading(new PartialDate(known, month, day));
    }

    private static CellReading FromSerial(string digits)
    {
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return ExcelDay.IsPlausible(number) && ExcelDay.TryRead(number, out var day) ? new CellReading(day, Note: DateFaults.WasSerial) : DateFaults.Shape;
    }

    /// <summary>202005 is a month; 200508 may be one too, or the eighth of May 2020.</summary>
    private static CellReading FromSixDigits(string digits)
    {
        var month = FromParts(Number(digits[..4]), Number(digits[4..]), null);
        var day = FromParts(2000 + Number(digits[..2]), Number(digits[2..4]), Number(digits[4..]));
        return day.Fault is not null ? month : month.Fault is null ? DateFaults.SixDigits : DateFaults.TwoDigitYear;
    }

    private static CellReading FromChinese(Match match)
    {
        var year = match.Groups["year"].Value;
        return ChineseNumeral.TryReadDigits(year, out var number) ? FromParts((int)number, ChinesePart(match, "month"), ChinesePart(match, "day")) : DateFaults.Shape;
    }

    private static CellReading WhatIsWrong(string date) =>
        DateShapes.TwoDigitYear().IsMatch(date) ? DateFaults.TwoDigitYear
        : DateShapes.YearLast().IsMatch(date) ? DateFaults.Order
        : DateShapes.NoYear().IsMatch(date) ? DateFaults.NoYear
        : DateShapes.Two().IsMatch(date) ? DateFaults.TwoDates
        : DateFaults.Shape;

    private static int? Part(Match match, string name) => match.Groups[name] is { Success: true } part ? Number(part.Value) : null;

    /// <summary>A part that is no number becomes 0, which no calendar has.</summary>
    private static int? ChinesePart(Match match, string name) =>
        match.Groups[name] is not { Success: true } part ? null : ChineseNumeral.TryRead(part.Value, out var number, out _) && number < 100 ? (int)number : 0;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

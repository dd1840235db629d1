using System.Text.RegularExpressions;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>The shapes in which dates are met, after blanks are gone. [0-9], because \d takes the digits of every script.</summary>
internal static partial class DateShapes
{
    public static IReadOnlyList<Regex> All { get; } = [Separated(), WithWords(), Compact()];

    /// <summary>2020-05-08, 2020.5, 2020/5/8日, 2020.5月: one separator throughout, for 2020.5-8 may be two months.</summary>
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<between>[-./])(?<month>[0-9]{1,2})(?:月份?|\k<between>(?<day>[0-9]{1,2})[日号]?)?\z")]
    private static partial Regex Separated();

    /// <summary>2020年, 2020年度, 2020年5月, 2020年5月8日; and 2020年底 and 2020年5月底, which are the year and the month: a coarse date counts on its last day.</summary>
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:年[度底末]?|年(?<month>[0-9]{1,2})月[份底末]?|年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})[日号]?)\z")]
    private static partial Regex WithWords();

    /// <summary>2020, 20200508.</summary>
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:(?<month>[0-9]{2})(?<day>[0-9]{2}))?\z")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<year>[〇零○一二三四五六七八九]{4})年(?:度|(?<month>[一二三四五六七八九十]{1,2})月(?:份|(?<day>[一二三四五六七八九十廿卅]{1,3})[日号])?)?\z")]
    public static partial Regex Chinese();

    [GeneratedRegex(@"[0-9]\s+[0-9]")]
    public static partial Regex DigitsApart();

    [GeneratedRegex(@"^[0-9]{6}\z")]
    public static partial Regex SixDigits();

    [GeneratedRegex(@"^[0-9]{5}\z")]
    public static partial Regex Serial();

    /// <summary>Clock and weekday at the end.</summary>
    [GeneratedRegex(@"(?:(?<=[0-9日])[T ]*(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?| *[(]?(?:星期|周)[一二三四五六日天][)]?| *[上下]午)\z")]
    public static partial Regex TimeOfDay();

    [GeneratedRegex(@"^'?[0-9]{2}(?:[-./][0-9]{1,2}[-./][0-9]{1,2}日?|年(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号]?)?)?)\z")]
    public static partial Regex TwoDigitYear();

    [GeneratedRegex(@"^[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}\z")]
    public static partial Regex YearLast();

    [GeneratedRegex(@"^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:月份?|月(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]?|[-./][0-9]{1,2})\z")]
    public static partial Regex NoYear();

    /// <summary>A full year, a month, and more numbers than a date has, or a word between two dates.</summary>
    [GeneratedRegex(@"^[0-9]{4}.*(?:[至到~、,;]|[-./年月日][0-9]+[-./年月日]+[0-9]+[-./年月日]+[0-9]+|[-.][0-9]+[-.][0-9]+)")]
    public static partial Regex Two();
}

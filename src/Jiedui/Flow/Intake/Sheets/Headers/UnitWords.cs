using System.Text.RegularExpressions;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>The unit words that headers and unit rows use, and where in a header a unit stands.</summary>
internal static partial class UnitWords
{
    private const string One =
        "[十百千万亿]{0,2}(?:人次|人天|场次|元|亩|公顷|人|名|户|个|家|所|场|次|期|班|天|日|月|年|岁|%|公里|千米|米|平方米|吨|公斤|千克|斤|件|份|套|台|辆|篇|条|项|批|门|种|只|头|羽|株|村|处|盏)"
        + "(?:[/·每](?:人|户|亩|月|年|天|日|次|斤|公斤|吨|件|个|只|头|株|套|台|平方米))*";

    /// <summary>金额(万元), 单价[元/亩], 面积(单位:亩).</summary>
    [GeneratedRegex(@"[(\[【](?:计量)?(?:单位:?)?(?:人民币)?(" + One + @")[)\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    /// <summary>金额:万元, 金额/元, 金额单位:元.</summary>
    [GeneratedRegex(@"(?<=.)(?:[,:/、;]|[,:/、;]?(?:计量)?单位:?)(" + One + @")$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    /// <summary>金额万元, 面积亩: only words that no name ends with by chance.</summary>
    [GeneratedRegex(@"(?<=..)(万元|亿元|元/月|元|亩|%)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?:^|[^一-龥])(?:金额|计量)?单位:(?:人民币)?(" + One + @"(?:[,、;/和]" + One + @")*)(?=$|[^一-龥])", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    /// <summary>万元 in a cell of its own, or in brackets at the end of a title.</summary>
    [GeneratedRegex(@"(?:^|[(\[【])(?:人民币)?([十百千万亿]{0,2}元)[)\]】]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^[(\[【]?(?:金额|计量)?(?:单位|人民币|[十百千万亿]{0,2}元)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>A lone unit below a header's name. 村, 年 and 月 are names of columns too, so they are none.</summary>
    [GeneratedRegex(@"^(?:[十百千万亿]{0,2}(?:元|亩)(?:/[亩月年人户])?|人次|人|户|个|家|场次|%)$", RegexOptions.CultureInvariant)]
    private static partial Regex Lone();

    [GeneratedRegex("^" + One + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    /// <summary>Takes a marked unit out of a header key; the unit is empty where there is none.</summary>
    public static (string Key, string Unit) Split(string key)
    {
        foreach (var pattern in (Regex[])[Bracketed(), Trailing()])
        {
            if (pattern.Match(key) is { Success: true } match)
                return (key.Remove(match.Index, match.Length), match.Groups[1].Value);
        }
        return (key, "");
    }

    /// <summary>Takes an unmarked unit off the end of a header key.</summary>
    public static (string Key, string Unit) SplitBare(string key) =>
        Bare().Match(key) is { Success: true } match ? (key[..match.Index], match.Value) : (key, "");

    /// <summary>What a cell such as 单位：万元 or 制表日期：5月1日 单位：元 says of the whole sheet; empty where it gives no unit. 填报单位：某局 gives none.</summary>
    public static string OfSheet(string text) => Row().Match(HeaderText.Folded(text, keepBlanks: true)) is { Success: true } match ? match.Groups[1].Value : "";

    /// <summary>What a cell above the header says: like <see cref="OfSheet"/>, and 万元 in a cell of its own or at the end of a title: 资金表（万元）.</summary>
    public static string AboveHeader(string text) =>
        OfSheet(text) is { Length: > 0 } unit ? unit : Alone().Match(HeaderText.Folded(text)) is { Success: true } match ? match.Groups[1].Value : "";

    /// <summary>A cell that is there for the unit, as the row above a header has it (单位：万元), and no group that gives its own in brackets.</summary>
    public static bool IsForUnit(string text) => AboveHeader(text).Length > 0 && Opening().IsMatch(HeaderText.Folded(text));

    public static bool IsLone(string folded) => Lone().IsMatch(folded);

    public static bool Is(string text) => Whole().IsMatch(text);
}

using System.Text.RegularExpressions;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Flow.Intake.Sheets.Headers;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Rows;

/// <summary>The words by which rows that are no records give themselves away.</summary>
internal static partial class RowWords
{
    [GeneratedRegex(@"^(?:本页|本月|本季|本年|全年|全镇|全县|全区|以上)?(?:总?合计数?|总计|共计|累计|合计\(.{1,10}\))$", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(@"^.{0,12}(?:小计|分计)(?:\(.{1,10}\))?$|^[一-龥]{1,10}[镇乡村区县处社]合计$", RegexOptions.CultureInvariant)]
    private static partial Regex Subtotal();

    [GeneratedRegex(@"^(?:(?:附|备)?注(?:释|解)?\d*[:.、]|(?:填表|填报|编制|有关|情况)?说明(?:$|[:.、\d])|备注[:.、]|附[:：]|填表说明|填报要求|数据来源|资料来源|※)", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(
        @"^(?:填表人?|填报人?|制表人?|制单人?|审核人?|复核人?|统计人?|经办人?|报送人?|经手人|负责人|单位负责人|分管领导|主要领导|联系人|联系电话|电话|填报单位|填表单位|制表单位|编制单位|填报日期|填表日期|制表日期|报送单位|报送日期|日期|单位\(?盖章\)?|盖章|签字|签章|签名)(?:\((?:签字|签章|盖章|公章|签名)\))?:",
        RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?:\d+|[一二三四五六七八九十]+|\(\d+\)|[①-⑳])[.、)]", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    public static bool IsTotal(string folded) => Total().IsMatch(folded.TrimEnd(':'));

    public static bool IsSubtotal(string folded) => Subtotal().IsMatch(folded.TrimEnd(':'));

    public static bool IsNote(string text) => Note().IsMatch(HeaderText.Folded(text));

    public static bool IsSignature(string text) => Signature().IsMatch(HeaderText.Folded(text));

    public static bool IsNumbered(string text) => Numbered().IsMatch(HeaderText.Folded(text));

    /// <summary>A ditto mark or dashes.</summary>
    public static bool IsNothing(RawCell cell) => cell.Kind == RawKind.Text && (DittoMark.Is(cell) || cell.Text.AsSpan().Trim().Trim("-—－–/_").Length == 0);
}

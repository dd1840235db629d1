using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Decisions;

/// <summary>文件方案: one document that was issued.</summary>
public static class Policies
{
    private static readonly LedgerBuilder It = new("decisions.policies", "文件方案", "一份文件");

    public static readonly TextColumn Name = It.Text("文件名称").Also("文件标题", "方案名称").Required().Hinted("不用写书名号");
    public static readonly TextColumn Number = It.Text("文号").Also("发文字号", "文件编号").Hinted("如碑办发〔2019〕21号，没有可不填");
    public static readonly TextColumn Issuer = It.Text("印发单位").Also("发文单位", "发文机关").Required();
    public static readonly DateColumn Issued = It.Date("印发日期").Also("发文日期", "印发时间", "成文日期").Required();
    public static readonly TextColumn Duties = It.Text("任务分工").Also("职责分工");

    public static readonly Measure<Items> IssuedCount = Measure<Items>.Flow("decisions.policies", "印发文件方案", "份");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name);
        It.PostsOne(IssuedCount);
        It.Warns(
            "number-of-another-year", "文号中的年份与印发日期不是同一年", "请对照原文核对文号和印发日期",
            row => YearOf(Number.Of(row)) is not { } year || Issued.Of(row) is not { } issued || year == issued.Last.Year,
            (Number, "碑办发〔2019〕21号"), (Issued, "2020-03-25"));
        return It.Done();
    }

    /// <summary>The year inside 〔〕 (GB/T 9704), or null.</summary>
    private static int? YearOf(string? number)
    {
        var start = number?.IndexOf('〔', StringComparison.Ordinal) ?? -1;
        return start >= 0 && number!.Length >= start + 6 && number[start + 5] == '〕'
            && int.TryParse(number.AsSpan(start + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;
    }
}

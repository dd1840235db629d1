using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Results;

/// <summary>荣誉表彰: one honour that was awarded.</summary>
public static class Honours
{
    private static readonly LedgerBuilder It = new("results.honours", "荣誉表彰", "一项荣誉");

    public static readonly TextColumn Name = It.Text("名称").Also("荣誉名称", "奖项名称", "表彰名称").Required();
    public static readonly TextColumn Awarder = It.Text("授予单位").Also("表彰单位", "颁发单位", "授予机关").Required();
    public static readonly DateColumn Awarded = It.Date("授予日期").Also("表彰日期", "获奖时间", "授予时间").Required();
    public static readonly TextColumn Winner = It.Text("获奖单位/个人").Also("获奖单位", "获奖单位或个人", "获奖对象");

    public static readonly Measure<Items> AwardedCount = Measure<Items>.Flow("results.honours", "荣誉表彰", "项");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name, Awarded);
        It.PostsOne(AwardedCount);
        return It.Done();
    }
}

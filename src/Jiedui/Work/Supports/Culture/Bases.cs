using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Culture;

/// <summary>文旅共享基地: one base that both sides use.</summary>
public static class Bases
{
    private static readonly LedgerBuilder It = new("culture.bases", "文旅共享基地", "一个基地");

    public static readonly TextColumn Name = It.Text("名称").Also("基地名称").Required();
    public static readonly TextColumn Host = It.Text("依托单位").Also("依托机构", "建设单位").Required();
    public static readonly DateColumn Founded = It.Date("设立日期").Also("设立时间", "挂牌日期", "成立日期").Required();
    public static readonly TextColumn Place = It.Text("地点").Also("地址", "所在地");

    public static readonly Measure<Items> FoundedCount = Measure<Items>.Flow("culture.bases", "文旅共享基地", "个");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name);
        It.PostsOne(FoundedCount);
        return It.Done();
    }
}

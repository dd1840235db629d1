using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>人力资源机构合作: one pair of agencies, one from each side. They work together from then on, so it is a stock.</summary>
public static class Agencies
{
    private static readonly LedgerBuilder It = new("labour.agencies", "人力资源机构合作", "一对合作的人力资源机构");

    public static readonly TextColumn Giver = It.Text("帮扶方机构").Also("帮扶方人力资源机构", "甲方", "机构甲").Required();
    public static readonly TextColumn Receiver = It.Text("受帮扶方机构").Also("受帮扶方人力资源机构", "乙方", "机构乙").Required();
    public static readonly DateColumn Since = It.Date("合作日期").Also("合作时间", "签约日期", "日期", "时间").Required();
    public static readonly TextColumn Content = It.Text("合作内容").Also("合作事项", "主要内容");

    public static readonly Measure<Items> Pairs = Measure<Items>.Stock("labour.agencies", "合作人力资源机构", "对");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Giver, Receiver);
        It.PostsOne(Pairs);
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Registry;

/// <summary>帮扶关系: who helps whom, since when. Read before all else; creates its two regions where they are new.</summary>
public static class Partnerships
{
    private static readonly LedgerBuilder It = new("registry.partnerships", "帮扶关系", "一对帮扶方与受帮扶方");

    public static readonly UnitColumn Giver = It.Unit("帮扶方").Also("帮扶地区", "支援方", "帮扶区县").Required().Hinted("出力帮扶的区县，如碑林区");
    public static readonly UnitColumn Receiver = It.Unit("受帮扶方").Also("受帮扶地区", "受援方", "受帮扶县").Required().Hinted("接受帮扶的区县，如丹凤县");
    public static readonly DateColumn From = It.Date("起始日期").Also("结对日期", "开始日期", "起始时间").Required();
    public static readonly DateColumn To = It.Date("截止日期").Also("结束日期", "终止日期", "截止时间").Hinted("不填表示仍在帮扶；时点数取到这一天");
    public static readonly TextColumn Basis = It.Text("依据").Also("文件依据").Hinted("确定帮扶关系的文件或会议");

    public static readonly Measure<Items> InForce = Measure<Items>.Stock("registry.partnerships", "帮扶关系", "对");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Giver, Receiver);
        It.Founds(new PartnershipFounding(Giver, Receiver, From, To, Basis));
        It.Stands(InForce, Pair, From, To);
        It.Warns(
            "end-before-start", "截止日期早于起始日期，这对关系从未生效", "请核对两个日期",
            row => !(To.DayOf(row) < From.Of(row)?.First), (To, "2018-12-31"), (From, "2019-5-1"));
        return It.Done();
    }

    private static Subject? Pair(Row row) =>
        Giver.Of(row) is { } giver && Receiver.Of(row) is { } receiver
            ? new Subject("帮扶关系", $"{giver.Id}|{receiver.Id}") { Label = $"{giver.Name}—{receiver.Name}" }
            : null;
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>互访交流: one visit of one delegation, in either direction.</summary>
public static class Visits
{
    private static readonly LedgerBuilder It = new("exchange.visits", "互访交流", "一次互访");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "互访日期", "互访时间", "调研时间").Required();
    public static readonly ChoiceColumn Direction = It.Choice("方向", "赴受帮扶地", "来帮扶地").Also("互访方向", "交流方向").Required().Hinted("帮扶方去受帮扶地，还是受帮扶方来帮扶地");
    public static readonly TextColumn Leader = It.Text("带队领导").Also("带队领导及职务", "带队人").Required();
    public static readonly ChoiceColumn Rank = It.Choice("职务级别", "党政主要领导", "班子成员", "部门镇街负责人").Also("级别", "领导级别");
    public static readonly QuantityColumn<PersonTimes> Visitors = It.Count<PersonTimes>("人数").Also("人次", "参加人数").Required().Hinted("一行人一次算一个批次，这里填去了多少人次");
    public static readonly TextColumn Place = It.Text("地点").Also("目的地", "互访地点", "调研地点");
    public static readonly TextColumn Activity = It.Text("活动内容").Also("调研内容", "事项", "互访内容").Required();
    public static readonly TextColumn Outcome = It.Text("成果").Also("达成成果", "取得成果");

    public static readonly Measure<Times> Made = Measure<Times>.Flow("exchange.visits", "互访交流");
    public static readonly Measure<Times> Out = Measure<Times>.Flow("exchange.visits_to_receiver", "赴受帮扶地互访");
    public static readonly Measure<Times> In = Measure<Times>.Flow("exchange.visits_to_giver", "来帮扶地互访");
    public static readonly Measure<Times> ByLeaders = Measure<Times>.Flow("exchange.leader_visits", "党政主要领导带队互访");
    public static readonly Measure<PersonTimes> VisitorTimes = Measure<PersonTimes>.Flow("exchange.visitors", "互访人次");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        // Two delegations of one leader on one day differ by where they go; without a place, by the direction.
        It.Key(Date, Leader, Place).Key(Date, Leader, Direction);
        It.PostsOne(Made);
        It.PostsOne(Out).When(Direction.Is("赴受帮扶地"));
        It.PostsOne(In).When(Direction.Is("来帮扶地"));
        It.PostsOne(ByLeaders).When(Rank.Is("党政主要领导"));
        It.Posts(VisitorTimes, Visitors);
        It.Warns(
            "nobody-went", "人数为零，互访至少有带队领导一人", "请填实际人次",
            row => !(Visitors.Of(row)?.Value < 1), (Visitors, "0"));
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Decisions;

/// <summary>议事决策会议: one meeting that decided on the assistance.</summary>
public static class Meetings
{
    private static readonly LedgerBuilder It = new("decisions.meetings", "议事决策会议", "一次会议");

    public static readonly DateColumn Date = It.Date("会议日期").Also("时间", "日期", "会议时间", "召开时间").Required();
    public static readonly ChoiceColumn Kind = It.Choice("会议类型", "区委常委会", "党工委会", "区政府常务会", "专题会", "领导小组会").Also("会议类别").Required();
    public static readonly TextColumn Name = It.Text("会议名称").Also("名称").Required();
    public static readonly TextColumn Chair = It.Text("主持人").Also("主持");
    public static readonly TextColumn Agenda = It.Text("议题").Also("主要议题", "学习内容", "会议议题", "研究事项").Required().Hinted("写与对口帮扶有关的议题");
    public static readonly TextColumn Decided = It.Text("议定事项").Also("会议决议", "议定结果").Hinted("需要督办的，另在议定事项督办台账登记");

    public static readonly Measure<Times> Held = Measure<Times>.Flow("decisions.meetings", "议事决策会议", "场次");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Name);
        It.PostsOne(Held);
        return It.Done();
    }
}

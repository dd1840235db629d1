using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>联席会议: one meeting of both sides.</summary>
public static class JointMeetings
{
    private static readonly LedgerBuilder It = new("exchange.joint_meetings", "联席会议", "一次联席会议");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "会议日期", "会议时间", "召开时间").Required();
    public static readonly TextColumn Name = It.Text("名称").Also("会议名称", "联席会议名称").Required();
    public static readonly TextColumn Place = It.Text("地点").Also("会议地点");
    public static readonly TextColumn Participants = It.Text("参加单位").Also("参会单位");
    public static readonly TextColumn Decided = It.Text("议定事项").Also("会议成果", "议定结果");

    public static readonly Measure<Times> Held = Measure<Times>.Flow("exchange.joint_meetings", "联席会议");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Name);
        It.PostsOne(Held);
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>招聘活动: one job fair, on site or online.</summary>
public static class Fairs
{
    private static readonly LedgerBuilder It = new("labour.fairs", "招聘活动", "一场招聘活动");

    public static readonly DateColumn Date = It.Date("日期").Also("时间").Required();
    public static readonly TextColumn Name = It.Text("活动名称").Also("名称").Required();
    public static readonly ChoiceColumn Form = It.Choice("形式", "现场招聘会", "网络招聘", "直播带岗", "送岗下乡").Required();
    public static readonly TextColumn Place = It.Text("地点");
    public static readonly TextColumn Host = It.Text("主办单位").Required();
    public static readonly QuantityColumn<Items> Employers = It.Count<Items>("参加企业数", "家");
    public static readonly QuantityColumn<PersonTimes> Visitors = It.Count<PersonTimes>("进场人数");
    public static readonly QuantityColumn<PersonTimes> Interested = It.Count<PersonTimes>("达成意向人数");

    public static readonly Measure<Times> JobFairs = Measure<Times>.Flow("labour.job_fairs", "招聘会等就业活动", "场次");
    public static readonly Measure<PersonTimes> FairVisitors = Measure<PersonTimes>.Flow("labour.fair_visitors", "招聘活动进场人次");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Name);
        It.PostsOne(JobFairs);
        It.Posts(FairVisitors, Visitors);
        It.Warns(
            "interested-over-visitors", "达成意向人数多于进场人数", "请核对两个人数",
            row => !(Interested.Of(row)?.Value > Visitors.Of(row)?.Value), (Interested, "30"), (Visitors, "20"));
        return It.Done();
    }
}

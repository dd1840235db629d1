using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>招聘活动: one job fair, on site or online. Visitors are 人次: nobody writes down who came twice.</summary>
public static class Fairs
{
    private static readonly LedgerBuilder It = new("labour.fairs", "招聘活动", "一场招聘活动");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "举办日期", "举办时间", "活动日期", "活动时间").Required();
    public static readonly TextColumn Name = It.Text("活动名称").Also("名称", "招聘活动", "招聘会名称").Required();
    public static readonly ChoiceColumn Form = It.Choice("形式", "现场招聘会", "网络招聘", "直播带岗", "送岗下乡").Also("活动形式", "举办形式").Required();
    public static readonly TextColumn Place = It.Text("地点").Also("举办地点", "活动地点");
    public static readonly TextColumn Host = It.Text("主办单位").Also("举办单位", "承办单位").Required();
    public static readonly QuantityColumn<Items> Employers = It.Count<Items>("参加企业数", "家").Also("参会企业", "参会企业数", "参加企业");
    public static readonly QuantityColumn<PersonTimes> Visitors = It.Count<PersonTimes>("进场人数").Also("参加人数", "进场人次").Hinted("网络招聘没有进场人数的留空");
    public static readonly QuantityColumn<PersonTimes> Interested = It.Count<PersonTimes>("达成意向人数").Also("达成意向", "意向人数", "达成就业意向人数");

    public static readonly Measure<Times> JobFairs = Measure<Times>.Flow("labour.job_fairs", "招聘会等就业活动", "场次");
    public static readonly Measure<PersonTimes> FairVisitors = Measure<PersonTimes>.Flow("labour.fair_visitors", "招聘活动进场人次");
    public static readonly Measure<PersonTimes> FairInterested = Measure<PersonTimes>.Flow("labour.fair_interested", "招聘活动达成意向人次");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Name);
        It.PostsOne(JobFairs);
        It.Posts(FairVisitors, Visitors);
        It.Posts(FairInterested, Interested);
        It.WarnsIfMore("interested-over-visitors", Interested, Visitors);
        return It.Done();
    }
}

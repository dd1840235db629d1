using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>展销推介直播: one event, its days and what was sold on the spot. What was only ordered there stands in <see cref="Sales"/>.</summary>
public static class Events
{
    private static readonly LedgerBuilder It = new("consumption.events", "展销推介直播", "一场展销、推介或直播活动");

    public static readonly TextColumn Name = It.Text("名称").Also("活动名称", "活动").Required();
    public static readonly ChoiceColumn Form = It.Choice("形式", "展销会", "推介会", "直播", "年货会", "丰收节").Also("活动形式", "类型").Required();
    public static readonly DateColumn Started = It.Date("开始日期").Also("开始时间", "日期", "时间", "活动日期", "举办日期").Required();
    public static readonly DateColumn Ended = It.Date("结束日期").Also("结束时间");
    public static readonly QuantityColumn<Days> Days = It.Count<Days>("天数").Also("展销天数", "会期").Hinted("结束日期与天数至少填一项");
    public static readonly TextColumn Place = It.Text("地点").Also("活动地点", "举办地点");
    public static readonly QuantityColumn<Items> Exhibitors = It.Count<Items>("参展企业数", "家").Also("参展企业", "参加企业数");
    public static readonly QuantityColumn<Money> SoldThere = It.Money("现场销售额").Also("销售额", "现场销售", "现场成交额").Hinted("只填当场卖出的，签订的订单记入销售与订单");
    public static readonly QuantityColumn<PersonTimes> Viewers = It.Count<PersonTimes>("观看人次").Also("观看人数", "在线观看人次");

    public static readonly Measure<Times> Count = Measure<Times>.Flow("consumption.events", "消费帮扶活动", "场次");
    public static readonly Measure<Days> ExhibitionDays = Measure<Days>.Flow("consumption.exhibition_days", "展销天数");
    public static readonly Measure<Money> EventSales = Measure<Money>.Flow("consumption.event_sales", "活动现场销售额");
    public static readonly Measure<PersonTimes> EventViewers = Measure<PersonTimes>.Flow("consumption.event_viewers", "活动观看人次");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name, Started);
        It.RequiresOneOf(Ended, Days);
        It.PostsOne(Count);
        It.Posts(ExhibitionDays, row => Days.Of(row) ?? SpanOf(row));
        It.Posts(EventSales, SoldThere);
        It.Posts(EventViewers, Viewers);
        It.WarnsIfEarlier("ended-before-started", Ended, Started);
        It.Warns(
            "days-not-of-dates", "天数与开始、结束日期不符（首尾两天都算）", "请核对天数和两个日期",
            row => !(Days.Of(row)?.Value is { } days && SpanOf(row)?.Value is { } span && days != span),
            (Days, "5"), (Started, "2020-05-08"), (Ended, "2020-05-10"));
        return It.Done();
    }

    /// <summary>From the first to the last day, both included; null unless both are written to the day and in order.</summary>
    private static Quantity<Days>? SpanOf(Row row) =>
        Started.Of(row) is { Precision: DatePrecision.Day } from && Ended.Of(row) is { Precision: DatePrecision.Day } to && from.First <= to.First
            ? Quantity<Days>.Whole(to.First.DayNumber - from.First.DayNumber + 1)
            : null;
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>倡议动员: one call upon offices, unions, enterprises and residents to buy.</summary>
public static class Initiatives
{
    private static readonly LedgerBuilder It = new("consumption.initiatives", "倡议动员", "一次倡议或动员");

    public static readonly TextColumn Name = It.Text("名称").Also("倡议名称", "活动名称", "文件名称").Required();
    public static readonly DateColumn Date = It.Date("日期").Also("时间", "发起日期", "印发日期").Required();
    public static readonly TextColumn Initiator = It.Text("发起单位").Also("印发单位", "主办单位").Required();
    public static readonly ListColumn Audience = It.List("动员对象").Also("对象").Hinted("如机关单位、工会、企业、居民，用顿号隔开");
    public static readonly QuantityColumn<Items> Units = It.Count<Items>("参与单位数", "家").Also("参与单位", "响应单位数");

    public static readonly Measure<Times> Count = Measure<Times>.Flow("consumption.initiatives", "消费帮扶倡议动员");
    public static readonly Measure<Items> Mobilised = Measure<Items>.Headcount(
        "consumption.mobilised_units", "倡议动员参与单位", "每次倡议由发起单位统计一次；同一单位参与两次倡议，按两家次计", "家次");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name, Date);
        It.PostsOne(Count);
        It.Posts(Mobilised, Units);
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Culture;

/// <summary>文旅推介: one promotion of sights and culture.</summary>
public static class Promotions
{
    private static readonly LedgerBuilder It = new("culture.promotions", "文旅推介", "一次推介");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "推介日期", "推介时间").Required();
    public static readonly TextColumn Name = It.Text("名称").Also("推介名称", "推介活动名称").Required();
    public static readonly TextColumn Form = It.Text("形式").Also("推介形式", "方式");
    public static readonly QuantityColumn<PersonTimes> Audience = It.Count<PersonTimes>("受众人次").Also("受众", "参与人次");

    public static readonly Measure<Times> Held = Measure<Times>.Flow("culture.promotions", "文旅推介");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Name);
        It.PostsOne(Held);
        return It.Done();
    }
}

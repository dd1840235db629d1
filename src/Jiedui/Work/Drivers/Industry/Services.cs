using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>产业服务: one action for a sector: its resources shown, an enterprise moved in, or technical help.</summary>
public static class Services
{
    private static readonly LedgerBuilder It = new("industry.services", "产业服务", "一次产业服务");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "服务日期", "服务时间").Required();
    public static readonly ChoiceColumn Way = It.Choice("方式", "资源推介", "产业转移", "技术支持").Also("服务方式", "帮扶方式").Required();
    public static readonly TextColumn Sector = It.Text("产业").Also("产业类别", "扶持产业", "服务产业").Required().Hinted("同一产业用同一个名称，按名称去重计数");
    public static readonly UnitColumn Provider = It.Unit("服务单位").Also("帮扶单位", "提供单位").Required();
    public static readonly TextColumn Beneficiary = It.Text("受益对象").Also("服务对象");
    public static readonly TextColumn Content = It.Text("服务内容").Also("内容", "主要内容").Required();

    public static readonly Measure<Times> Count = Measure<Times>.Flow("industry.services", "产业服务");
    public static readonly Measure<Items> Sectors = Measure<Items>.Distinct("industry.sectors", "扶持产业");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Content);
        It.PostsOne(Count);
        It.Counts(Sectors, row => Subject.Named("产业", Sector.Of(row)));
        return It.Done();
    }
}

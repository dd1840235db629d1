using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Culture;

/// <summary>旅游线路: one route that a travel agency offers.</summary>
public static class Routes
{
    private static readonly LedgerBuilder It = new("culture.routes", "旅游线路", "一条线路");

    public static readonly TextColumn Name = It.Text("名称").Also("线路名称", "旅游线路").Required();
    public static readonly TextColumn Agency = It.Text("旅行社").Also("组团旅行社", "开发单位").Required();
    public static readonly DateColumn Opened = It.Date("推出日期").Also("推出时间", "上线日期", "开发日期").Required();
    public static readonly TextColumn Sights = It.Text("途经景点").Also("景点", "主要景点");
    public static readonly QuantityColumn<PersonTimes> Visitors = It.Count<PersonTimes>("接待人次").Also("游客人次", "接待游客").Hinted("填推出以来的累计数，更新时改原来的行");
    public static readonly QuantityColumn<Money> Income = It.Money("旅游收入").Also("收入", "旅游综合收入").Hinted("填推出以来的累计数，更新时改原来的行");

    public static readonly Measure<Items> OpenedCount = Measure<Items>.Flow("culture.routes", "特色旅游线路", "条");
    public static readonly Measure<PersonTimes> Tourists = Measure<PersonTimes>.Flow("culture.tourists", "旅游线路接待游客");
    public static readonly Measure<Money> TourismIncome = Measure<Money>.Flow("culture.tourism_income", "旅游线路收入");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name);
        It.PostsOne(OpenedCount);
        It.Posts(Tourists, Visitors);
        It.Posts(TourismIncome, Income);
        It.Warns(
            "income-without-visitors", "接待人次为零，却有旅游收入", "请核对接待人次和旅游收入",
            row => !(Visitors.Of(row)?.Value == 0 && Income.Of(row)?.Value > 0), (Visitors, "0"), (Income, "5000元"));
        return It.Done();
    }
}

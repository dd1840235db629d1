using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>专馆专区专柜: one outlet for products of the helped side. It stands from the day it was set up.</summary>
public static class Outlets
{
    private static readonly LedgerBuilder It = new("consumption.outlets", "专馆专区专柜", "一处销售网点");

    public static readonly TextColumn Name = It.Text("名称").Also("网点名称", "网点").Required();
    public static readonly ChoiceColumn Kind = It.Choice("类型", "专馆", "专区", "专柜", "驿站", "免费门面", "食堂专区").Also("类别", "网点类型").Required();
    public static readonly TextColumn Place = It.Text("地点").Also("地址", "详细地址", "位置").Required();
    public static readonly DateColumn Opened = It.Date("设立日期").Also("设立时间", "开业日期", "开业时间", "日期", "时间").Required();
    public static readonly TextColumn Operator = It.Text("运营单位").Also("运营主体", "经营单位");
    public static readonly FlagColumn IsRentFree = It.Flag("免租").Also("是否免租", "免费提供", "免租金");
    public static readonly QuantityColumn<Items> Products = It.Count<Items>("上架产品数").Also("上架产品", "产品数", "在售产品数");

    public static readonly Measure<Items> Count = Measure<Items>.Stock("consumption.outlets", "消费帮扶专馆专区专柜");
    public static readonly Measure<Items> Halls = Measure<Items>.Stock("consumption.halls", "消费帮扶专馆");
    public static readonly Measure<Items> Zones = Measure<Items>.Stock("consumption.zones", "消费帮扶专区");
    public static readonly Measure<Items> Counters = Measure<Items>.Stock("consumption.counters", "消费帮扶专柜");
    public static readonly Measure<Items> CanteenZones = Measure<Items>.Stock("consumption.canteen_zones", "食堂帮扶产品专区");
    public static readonly Measure<Items> FreeSites = Measure<Items>.Stock("consumption.free_sites", "免租销售场所");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name);
        It.PostsOne(Count);
        It.PostsOne(Halls).When(Kind.Is("专馆", "驿站"));
        It.PostsOne(Zones).When(Kind.Is("专区"));
        It.PostsOne(Counters).When(Kind.Is("专柜"));
        It.PostsOne(CanteenZones).When(Kind.Is("食堂专区"));
        It.PostsOne(FreeSites).When(row => IsRentFree.Of(row) == true);
        It.Warns(
            "free-shop-with-rent", "类型是免费门面，但免租填了否", "请核对这处门面是否免租金",
            row => !(Kind.Is("免费门面")(row) && IsRentFree.Of(row) == false), (Kind, "免费门面"), (IsRentFree, "否"));
        return It.Done();
    }
}

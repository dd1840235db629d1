using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>销售与订单: one order, or one outlet's month of one product. Orders taken at an event name it.</summary>
public static class Sales
{
    private static readonly LedgerBuilder It = new("consumption.sales", "销售与订单", "一笔订单，或一个网点一个月的一种产品");

    public static readonly TextColumn Number = It.Text("单号").Also("订单号", "订单编号", "发票号", "发票/订单号").Hinted("没有单号的，要填网点和产品");
    public static readonly ChoiceColumn Channel = It.Choice("渠道", "协议采购", "展会订单", "专馆专区专柜", "食堂", "直播电商", "单位工会", "个人").Also("销售渠道", "采购渠道").Required();
    public static readonly TextColumn Buyer = It.Text("购买方").Also("采购单位", "购买主体", "采购方", "购买单位");
    public static readonly TextColumn Supplier = It.Text("供货企业").Also("供应商", "供货方", "带贫主体");
    public static readonly TextColumn Product = It.Text("产品").Also("产品名称", "商品", "商品名称");
    public static readonly QuantityColumn<Plain> Pieces = It.Decimal<Plain>("数量").Also("件数", "采购数量");
    public static readonly QuantityColumn<Money> Amount = It.Money("金额").Also("销售额", "销售金额", "订单金额", "采购金额").Required();
    public static readonly DateColumn Date = It.Date("日期").Also("时间", "订单日期", "销售日期", "下单日期").Required();
    public static readonly TextColumn Event = It.Text("所属活动").Also("活动名称", "活动").Hinted("在展销、推介等活动上签的订单，写活动名称");
    public static readonly TextColumn Contract = It.Text("协议").Also("协议编号", "协议号", "合同编号");
    public static readonly TextColumn Outlet = It.Text("网点").Also("网点名称", "销售网点", "门店");

    public static readonly Measure<Money> Sold = Measure<Money>.Flow("consumption.sales", "帮扶产品销售额");
    public static readonly Measure<Money> Ordered = Measure<Money>.Flow("consumption.order_amount", "活动订单金额");
    public static readonly Measure<Money> SoldOnline = Measure<Money>.Flow("consumption.sales_online", "线上销售额");
    public static readonly Measure<Money> SoldOffline = Measure<Money>.Flow("consumption.sales_offline", "线下销售额");
    public static readonly Measure<Money> Delivered = Measure<Money>.Flow("consumption.contract_sales", "采购协议到货金额");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number);
        It.Key(Outlet, Date, Product);
        It.Posts(Sold, Amount);
        It.Posts(Ordered, Amount).When(row => row.Has(Event));
        It.Posts(SoldOnline, Amount).When(Channel.Is("直播电商"));
        It.Posts(SoldOffline, Amount).When(Channel.IsNot("直播电商"));
        It.Posts(Delivered, Amount).When(row => Channel.Is("协议采购")(row) || row.Has(Contract));
        It.WarnsOutside("amount-unusual", Amount, 0, 100_000_000, "300000000");
        return It.Done();
    }
}

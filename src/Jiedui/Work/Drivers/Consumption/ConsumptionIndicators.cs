using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>消费帮扶: its figures and their 口径. 协议 and 到货, 现场销售 and 订单, 线上 and 线下 are kept apart.</summary>
public static class ConsumptionIndicators
{
    public static readonly Indicator SupplierCount = Indicator.AtDate(
        Suppliers.Count, "名录中的供货企业家数，按企业名称去重；名录不分日期，任何期末都按现有名录计。");

    public static readonly Indicator ProductCount = Indicator.AtDate(
        Products.Count, "名录中的帮扶产品种数，同一企业同一产品只计一种；名录不分日期，任何期末都按现有名录计。");

    public static readonly Indicator RecognisedProducts = Indicator.AtDate(
        Products.Recognised, "名录中填有认定编号的产品种数；名录不分日期，任何期末都按现有名录计。");

    public static readonly Indicator ExportCountries = Indicator.Distinct(
        Products.Countries, "帮扶产品出口的国家个数，按国家名称去重；名录不分日期。");

    public static readonly Indicator OutletCount = Indicator.AtDate(
        Outlets.Count, "截至期末已设立的专馆、专区、专柜等各类网点个数，按名称去重；按设立日期计。");

    public static readonly Indicator Halls = Indicator.AtDate(
        Outlets.Halls, "截至期末类型为专馆、驿站的网点个数；按设立日期计。");

    public static readonly Indicator Zones = Indicator.AtDate(
        Outlets.Zones, "截至期末类型为专区的网点个数，不含食堂专区；按设立日期计。");

    public static readonly Indicator Counters = Indicator.AtDate(
        Outlets.Counters, "截至期末类型为专柜的网点个数；按设立日期计。");

    public static readonly Indicator CanteenZones = Indicator.AtDate(
        Outlets.CanteenZones, "截至期末类型为食堂专区的网点个数；按设立日期计。");

    public static readonly Indicator FreeSites = Indicator.AtDate(
        Outlets.FreeSites, "截至期末免租填“是”的网点个数，不论类型；按设立日期计。");

    public static readonly Indicator EventCount = Indicator.Sum(
        Events.Count, "展销、推介、直播等活动场次，一行一场；按开始日期计；同名同日只计一场。");

    public static readonly Indicator ExhibitionDays = Indicator.Sum(
        Events.ExhibitionDays, "各场活动天数之和，首尾两天都算；填有天数的用天数，否则用结束日期减开始日期加一；按开始日期计。");

    public static readonly Indicator EventSales = Indicator.Sum(
        Events.EventSales, "各场活动现场销售额之和，不含活动上签订的协议和订单；按开始日期计；不与销售额相加。");

    public static readonly Indicator EventViewers = Indicator.Sum(
        Events.EventViewers, "各场活动观看人次之和，不去重；按开始日期计。");

    public static readonly Indicator ContractCount = Indicator.Sum(
        Contracts.Count, "期内签订的采购协议份数；按签订日期计；同一协议编号，或同一采购方、供货方、签订日期，只计一份。");

    public static readonly Indicator ContractAmount = Indicator.Sum(
        Contracts.ContractAmount, "期内签订的采购协议金额之和；是签约金额，不是到货金额；按签订日期计；不与销售额相加。");

    public static readonly Indicator ContractBuyers = Indicator.Distinct(
        Contracts.Buyers, "期内签订采购协议的采购方家数，按单位去重；一家签多份只计一家；按签订日期计。");

    public static readonly Indicator SalesInAll = Indicator.Sum(
        Sales.Sold, "全部渠道的销售与订单金额之和，含活动订单；按日期计；同一单号只计一次；不含只签协议未到货的。");

    public static readonly Indicator OrderAmount = Indicator.Sum(
        Sales.Ordered, "写明所属活动的订单金额之和；已含在销售额中，不另相加；按日期计；同一单号只计一次。");

    public static readonly Indicator SalesOnline = Indicator.Sum(
        Sales.SoldOnline, "渠道为直播电商的金额之和；按日期计；不与线下相混。");

    public static readonly Indicator SalesOffline = Indicator.Sum(
        Sales.SoldOffline, "渠道不是直播电商的金额之和；按日期计；不与线上相混。");

    public static readonly Indicator ContractSales = Indicator.Sum(
        Sales.Delivered, "渠道为协议采购或写明协议的金额之和，即采购协议的到货金额；已含在销售额中，不另相加；按日期计。");

    public static readonly Indicator ContractFulfilment = Indicator.Ratio(
        "consumption.contract_fulfilment", "采购协议履约率", "%", Sales.Delivered, Contracts.ContractAmount,
        "期内采购协议到货金额除以期内签订的协议金额；跨年履约的，请按帮扶全期查询。");

    public static readonly Indicator InitiativeCount = Indicator.Sum(
        Initiatives.Count, "倡议、动员次数，一行一次；按日期计；同名同日只计一次。");

    public static readonly Indicator MobilisedUnits = Indicator.Sum(
        Initiatives.Mobilised, "各次倡议参与单位数之和，单位家次，不去重；按日期计。");

    public static readonly IReadOnlyList<Indicator> All =
    [
        SupplierCount, ProductCount, RecognisedProducts, ExportCountries, OutletCount, Halls, Zones, Counters, CanteenZones, FreeSites,
        EventCount, ExhibitionDays, EventSales, EventViewers, ContractCount, ContractAmount, ContractBuyers, ContractSales, ContractFulfilment,
        SalesInAll, OrderAmount, SalesOnline, SalesOffline, InitiativeCount, MobilisedUnits,
    ];
}

using Jiedui.Declaring;
using static Jiedui.Work.Drivers.Consumption.ConsumptionIndicators;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>加强消费扶贫, as the work record tells it.</summary>
internal static class ConsumptionSection
{
    private static readonly Words HallNames = new(Outlets.Ledger, Outlets.Name, Outlets.Kind.Is("专馆", "驿站"));
    private static readonly Words ZonePlaces = new(Outlets.Ledger, Outlets.Place, Outlets.Kind.Is("专区"));
    private static readonly Words CounterPlaces = new(Outlets.Ledger, Outlets.Place, Outlets.Kind.Is("专柜"));
    private static readonly Words CanteenPlaces = new(Outlets.Ledger, Outlets.Place, Outlets.Kind.Is("食堂专区"));
    private static readonly Words EventName = Words.Of(Events.Ledger, Events.Name);
    private static readonly Words EventNames = Words.Of(Events.Ledger, Events.Name, quoted: true);
    private static readonly Words Sellers = Words.Of(Contracts.Ledger, Contracts.Seller);
    private static readonly Words OrderEvent = Words.Of(Sales.Ledger, Sales.Event);
    private static readonly Words InitiativeNames = Words.Of(Initiatives.Ledger, Initiatives.Name);

    public static readonly ReportSection Section = new(
        "加强消费扶贫",
        new Paragraph(
            Sentence.Of($"积极搭建产销对接平台，先后设立{HallNames}等消费帮扶“专馆”{Halls:个}。"),
            Sentence.Of($"在{ZonePlaces}等设立消费帮扶“专区”{Zones:个}。"),
            Sentence.Of($"在{CounterPlaces}设立消费帮扶“专柜”{Counters:个}，对接扶贫产品。")),
        new Paragraph(
            Sentence.Of($"免租金提供销售场所{FreeSites:处}。"),
            Sentence.Of($"在{CanteenPlaces}设立扶贫产品食堂专区{CanteenZones:个}。"),
            Sentence.Of($"举办和参加{EventNames}等消费扶贫活动{EventCount:场次}。")),
        new Paragraph(
            Sentence.Of($"联系{ContractBuyers:家}企业与{Sellers}签订采购协议{ContractAmount:万元}。"),
            Sentence.ForEach(
                Sales.Ledger, Sales.Event,
                $"在{OrderEvent}上签订扶贫采买订单金额达{OrderAmount:余万元}。"),
            Sentence.ForEach(
                Events.Ledger, Events.Name, Events.Form.Is("展销会"),
                $"组织企业参加{EventName}，开展为期{ExhibitionDays:天}的展销。")),
        new Paragraph(
            Sentence.Of($"开展{InitiativeNames}等倡议动员{InitiativeCount:次}，动员机关单位、工会系统、企业和社区居民积极购买扶贫产品。"),
            Sentence.Of($"帮扶产品出口{ExportCountries:个}国家。")));

    public static readonly Sentence Card = Sentence.Of($"设立专馆、专区、专柜等网点{OutletCount:个}，签订采购协议{ContractAmount:万元}。");
}

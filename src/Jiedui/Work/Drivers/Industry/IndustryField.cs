using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>产业帮扶.</summary>
public static class IndustryField
{
    public static readonly Field Field = new("industry", "产业帮扶", FieldGroup.Drivers)
    {
        Ledgers = [Projects.Ledger, Funds.Ledger, LandCompensations.Ledger, SiteJobs.Ledger, Dividends.Ledger, Services.Ledger],
        Indicators = IndustryIndicators.All,
        Promises =
        [
            new Promise(IndustryIndicators.DividendRateFloor, 6, "按照不低于投资资金6%对村集体经济进行分红"),
            new Promise(IndustryIndicators.JobIncomeFloor, 1800, "建设期间就业贫困户月收入不低于1800元"),
        ],
        Section = IndustrySection.Section,
        Card = IndustrySection.Card,
    };
}

using Jiedui.Declaring;
using Figures = Jiedui.Work.Supports.Society.SocietyIndicators;

namespace Jiedui.Work.Supports.Society;

/// <summary>社会帮扶: gifts and campaigns.</summary>
public static class SocietyField
{
    public static readonly Field Field = new("society", "社会帮扶", FieldGroup.Supports)
    {
        Ledgers = [Donations.Ledger, Campaigns.Ledger],
        Indicators = [Figures.DonationValue, Figures.DonationCash, Figures.Donors, Figures.CampaignRaised, Figures.CampaignDonors],
        Section = SocietySection.Section,
        Card = SocietySection.Card,
    };
}

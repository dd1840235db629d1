using Jiedui.Declaring;
using Figures = Jiedui.Work.Supports.Society.SocietyIndicators;

namespace Jiedui.Work.Supports.Society;

/// <summary>What society has to tell.</summary>
public static class SocietySection
{
    public static readonly ReportSection Section = new(
        "深化社会帮扶",
        new Paragraph(
            Sentence.Of($"组织社会力量举行{Words.Of(Donations.Ledger, Donations.Activity, quoted: true)}等捐赠活动。"),
            Sentence.Of($"向{Party.Receiver}捐赠了{Figures.DonationValue:万元}的爱心物资。"),
            Sentence.Of($"向{Party.Receiver}捐赠资金{Figures.DonationCash:万元}。"),
            Sentence.Of($"组织发起{Words.Of(Campaigns.Ledger, Campaigns.Name, quoted: true)}网络捐赠活动，为{Party.Receiver}困难群众募集善款。"),
            Sentence.Of($"网络募捐筹得善款{Figures.CampaignRaised:万元}，爱心人士捐款{Figures.CampaignDonors:人次}。")));

    public static readonly Sentence Card = Sentence.Of($"爱心捐赠方{Figures.Donors:个}，捐赠物资折价{Figures.DonationValue:万元}。");
}

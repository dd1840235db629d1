using Jiedui.Declaring;

namespace Jiedui.Work.Supports.Society;

/// <summary>What the ledgers of society can be asked.</summary>
public static class SocietyIndicators
{
    public static readonly Indicator DonationValue = Indicator.Sum(
        Donations.GoodsValue, "期内形式为物资的捐赠折价金额之和，按日期计入；有捐赠编号的按编号去重，没有的按日期、捐赠方、受赠方和形式去重；不含捐款。");

    public static readonly Indicator DonationCash = Indicator.Sum(
        Donations.Cash, "期内形式为资金的捐赠金额之和，按日期计入，去重方法同捐赠物资；不含捐物折款，也不含网络募捐。");

    public static readonly Indicator Donors = Indicator.Distinct(
        Donations.Donors, "期内捐赠过资金或物资的捐赠方数，按单位去重，捐几笔都只计一个；按日期计入；不含网络募捐的捐款人。");

    public static readonly Indicator CampaignRaised = Indicator.Sum(
        Campaigns.Raised, "期内网络募捐的筹款金额之和，按年度计入（计在年度最后一天），按名称和年度去重；不含线下捐赠。");

    public static readonly Indicator CampaignDonors = Indicator.Sum(
        Campaigns.Donors, "期内网络募捐的捐款人次之和，按年度计入（计在年度最后一天）；同一人捐几次计几人次，不是人数。");
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Society;

/// <summary>网络募捐: one online campaign in one year, such as 99公益日.</summary>
public static class Campaigns
{
    private static readonly LedgerBuilder It = new("society.campaigns", "网络募捐", "一次募捐活动");

    public static readonly TextColumn Name = It.Text("名称").Also("活动名称", "募捐名称", "项目名称").Required().Hinted("如99公益日");
    public static readonly DateColumn Year = It.Year("年度").Also("年份", "年").Required();
    public static readonly TextColumn Platform = It.Text("平台").Also("募捐平台", "公益平台");
    public static readonly QuantityColumn<Money> Amount = It.Money("筹款金额").Also("募捐金额", "筹款额", "善款金额");
    public static readonly QuantityColumn<PersonTimes> Gifts = It.Count<PersonTimes>("捐款人次").Also("捐赠人次", "参与人次").Hinted("平台显示的捐款次数，同一人捐几次计几次");
    public static readonly TextColumn Purpose = It.Text("用途").Also("善款用途", "定向用途");

    public static readonly Measure<Money> Raised = Measure<Money>.Flow("society.campaign_raised", "网络募捐筹款");
    public static readonly Measure<PersonTimes> Donors = Measure<PersonTimes>.Flow("society.campaign_donors", "网络募捐捐款");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name, Year);
        It.Posts(Raised, Amount);
        It.Posts(Donors, Gifts);
        It.Warns(
            "money-without-donors", "捐款人次为零，却有筹款金额", "请按平台记录核对两个数",
            row => !(Gifts.Of(row)?.Value == 0 && Amount.Of(row)?.Value > 0), (Gifts, "0"), (Amount, "36820.55元"));
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Society;

/// <summary>捐赠: one gift. Money and goods valued in money are posted apart and never added (design §4.5).</summary>
public static class Donations
{
    private static readonly LedgerBuilder It = new("society.donations", "捐赠", "一笔捐赠");

    public static readonly TextColumn Number = It.Text("捐赠编号").Also("票据号", "捐赠票据号", "编号");
    public static readonly DateColumn Date = It.Date("日期").Also("时间", "捐赠日期", "捐赠时间").Required();
    public static readonly UnitColumn Donor = It.Organisation("捐赠方").Also("捐赠单位", "捐赠人", "捐赠者").Required();
    public static readonly ChoiceColumn Kind = It.Choice("类别", "企业", "学校", "社会组织", "个人").Also("捐赠方类别", "捐赠方类型");
    public static readonly UnitColumn Recipient = It.Unit("受赠方").Also("受赠单位", "受助单位", "接收单位").Required();
    public static readonly ChoiceColumn Form = It.Choice("形式", "资金", "物资").Also("捐赠形式", "捐赠类型").Required().Hinted("既有资金又有物资的，分两行填写");
    public static readonly QuantityColumn<Money> Value = It.Money("金额").Also("折价金额", "价值", "捐赠金额", "折价").Required().Hinted("物资填折价金额，并在物资明细中写明是什么");
    public static readonly TextColumn Goods = It.Text("物资明细").Also("物资名称", "捐赠物资");
    public static readonly TextColumn Activity = It.Text("活动名称").Also("捐赠活动", "活动");

    public static readonly Measure<Money> GoodsValue = Measure<Money>.Flow("society.donation_value", "捐赠物资折价");
    public static readonly Measure<Money> Cash = Measure<Money>.Flow("society.donation_cash", "捐赠资金");
    public static readonly Measure<Items> Donors = Measure<Items>.Distinct("society.donors", "捐赠方", "个");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number).Key(Date, Donor, Recipient, Form);
        It.Posts(GoodsValue, Value).When(Form.Is("物资"));
        It.Posts(Cash, Value).When(Form.Is("资金"));
        It.Counts(Donors, row => Subject.Unit(Donor.Of(row)));
        var isCash = Form.Is("资金");
        It.Warns(
            "cash-with-goods", "形式是资金，却填了物资明细，捐款与捐物折款不能混记", "请把物资另起一行并填折价金额，或把形式改为物资",
            row => !(isCash(row) && row.Has(Goods)), (Form, "资金"), (Goods, "电钢琴6台"));
        return It.Done();
    }
}

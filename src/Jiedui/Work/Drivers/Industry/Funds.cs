using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>帮扶资金流水: one movement of money, by voucher. 下达, 拨付, 支出 and 结余退回 are steps of the same money, so they are never added to each other.</summary>
public static class Funds
{
    private static readonly LedgerBuilder It = new("industry.funds", "帮扶资金流水", "一笔帮扶资金的下达、拨付、支出或退回");

    public static readonly TextColumn Voucher = It.Text("凭证号").Also("凭证编号", "凭证号码", "记账凭证号").Required();
    public static readonly TextColumn Project = It.Text("项目").Also("项目名称", "所属项目").Required();
    public static readonly DateColumn Date = It.Date("日期").Also("时间", "记账日期", "到账日期", "拨付日期").Required();
    public static readonly ChoiceColumn Kind = It.Choice("类型", "下达", "拨付", "支出", "结余退回").Also("资金类型", "业务类型", "拨付环节").Required()
        .Hinted("下达：帮扶方拨出；拨付：付给实施单位；支出：实施单位花出；结余退回：没花完退回");
    public static readonly QuantityColumn<Money> Amount = It.Money("金额").Also("资金", "资金额", "发生额").Required();
    public static readonly UnitColumn Payer = It.Organisation("付款单位").Also("拨款单位", "付款方");
    public static readonly UnitColumn Payee = It.Organisation("收款单位").Also("收款方", "收款人");
    public static readonly TextColumn Purpose = It.Text("用途").Also("摘要", "资金用途");

    public static readonly Measure<Money> Allocated = Measure<Money>.Flow("industry.allocated", "下达帮扶资金");
    public static readonly Measure<Money> Disbursed = Measure<Money>.Flow("industry.disbursed", "拨付帮扶资金");
    public static readonly Measure<Money> Spent = Measure<Money>.Flow("industry.spent", "支出帮扶资金");
    public static readonly Measure<Money> Returned = Measure<Money>.Flow("industry.returned", "结余退回帮扶资金");
    public static readonly Measure<Money> Undisbursed = Measure<Money>.Stock("industry.funds_undisbursed", "已下达未拨付帮扶资金");
    public static readonly Measure<Money> Balance = Measure<Money>.Stock("industry.funds_balance", "已拨付未使用帮扶资金");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Voucher);
        It.Posts(Allocated, Amount).When(Kind.Is("下达"));
        It.Posts(Disbursed, Amount).When(Kind.Is("拨付"));
        It.Posts(Spent, Amount).When(Kind.Is("支出"));
        It.Posts(Returned, Amount).When(Kind.Is("结余退回"));
        // Two balances that a finished project brings to zero, in fen.
        It.Posts(Undisbursed, Amount).When(Kind.Is("下达"));
        It.Deducts(Undisbursed, Amount).When(Kind.Is("拨付"));
        It.Posts(Balance, Amount).When(Kind.Is("拨付"));
        It.Deducts(Balance, Amount).When(Kind.Is("支出", "结余退回"));
        It.Warns(
            "amount-not-positive", "金额不是正数，资金方向由类型表示，不用负数或零", "请填写正数；退回的钱请把类型填为结余退回",
            row => !(Amount.Of(row)?.Amount.Low <= 0), (Amount, "0"));
        return It.Done();
    }
}

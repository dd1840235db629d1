using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>采购协议: one signed agreement to buy. Signed is not delivered: deliveries stand in <see cref="Sales"/> and are never added to these.</summary>
public static class Contracts
{
    private static readonly LedgerBuilder It = new("consumption.contracts", "采购协议", "一份采购协议");

    public static readonly TextColumn Number = It.Text("协议编号").Also("协议号", "合同编号");
    public static readonly UnitColumn Buyer = It.Organisation("采购方").Also("采购企业", "采购单位", "甲方", "购买方", "购买主体").Required();
    public static readonly UnitColumn Seller = It.Organisation("供货方").Also("供货企业", "乙方", "供应商").Required();
    public static readonly DateColumn Signed = It.Date("签订日期").Also("签订时间", "签约日期", "签约时间", "日期", "时间").Required();
    public static readonly QuantityColumn<Money> Amount = It.Money("金额").Also("协议金额", "合同金额", "采购金额", "签约金额").Required().Hinted("协议约定的金额，不是已到货的金额");
    public static readonly TextColumn Goods = It.Text("产品").Also("产品名称", "采购产品");
    public static readonly DateColumn ValidUntil = It.Date("有效期至").Also("截止日期", "到期日期");
    public static readonly TextColumn Event = It.Text("签约活动").Also("所属活动", "活动名称");

    public static readonly Measure<Items> Count = Measure<Items>.Flow("consumption.contracts", "采购协议", "份");
    public static readonly Measure<Money> ContractAmount = Measure<Money>.Flow("consumption.contract_amount", "采购协议金额");
    public static readonly Measure<Items> Buyers = Measure<Items>.Distinct("consumption.contract_buyers", "签订采购协议企业", "家");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number);
        It.Key(Buyer, Seller, Signed);
        It.PostsOne(Count);
        It.Posts(ContractAmount, Amount);
        It.Counts(Buyers, row => Subject.Unit(Buyer.Of(row)));
        It.WarnsIfEarlier("ended-before-signed", ValidUntil, Signed);
        It.WarnsOutside("amount-unusual", Amount, 100, 1_000_000_000, "20");
        return It.Done();
    }
}

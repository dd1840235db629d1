using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>供货企业: one enterprise that sells products of the helped side. Undated: it counts in every period.</summary>
public static class Suppliers
{
    private static readonly LedgerBuilder It = new("consumption.suppliers", "供货企业", "一家供货企业");

    public static readonly TextColumn Name = It.Text("企业名称").Also("名称", "供货企业", "供应商", "带贫主体").Required();
    public static readonly TextColumn Uscc = It.Uscc("统一社会信用代码").Also("信用代码", "社会信用代码");
    public static readonly UnitColumn Town = It.Unit("所在镇").Also("乡镇", "镇办", "所在乡镇").Required();
    public static readonly QuantityColumn<Households> PoorHouseholds = It.Count<Households>("带动脱贫户数").Also("带动贫困户数", "带贫户数").Hinted("各企业之间可能重复，不跨企业相加");
    public static readonly TextColumn Products = It.Text("主营产品").Also("经营范围", "主要产品");

    public static readonly Measure<Items> Count = Measure<Items>.Stock("consumption.suppliers", "供货企业", "家");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name);
        It.Unique(Uscc);
        It.PostsOne(Count);
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Consumption;

/// <summary>帮扶产品: one product of one supplier, and where it is exported. Undated: it counts in every period.</summary>
public static class Products
{
    private static readonly LedgerBuilder It = new("consumption.products", "帮扶产品", "一家企业的一种产品");

    public static readonly TextColumn Name = It.Text("产品").Also("产品名称", "名称").Required();
    public static readonly TextColumn Supplier = It.Text("供货企业").Also("企业", "企业名称", "供应商").Required();
    public static readonly TextColumn Category = It.Text("品类").Also("类别", "产品类别").Required();
    public static readonly TextColumn Size = It.Text("规格").Also("产品规格");
    public static readonly QuantityColumn<Money> Price = It.Money("单价").Also("价格", "零售价");
    public static readonly TextColumn Recognition = It.Text("认定编号").Also("扶贫产品认定编号", "产品认定编号").Hinted("未经认定的留空");
    public static readonly ListColumn ExportCountries = It.List("出口国家").Also("出口国", "出口地", "出口国家和地区").Hinted("多个国家用顿号隔开");

    public static readonly Measure<Items> Count = Measure<Items>.Stock("consumption.products", "帮扶产品", "种");
    public static readonly Measure<Items> Recognised = Measure<Items>.Stock("consumption.recognised_products", "经认定的帮扶产品", "种");
    public static readonly Measure<Items> Countries = Measure<Items>.Distinct("consumption.export_countries", "帮扶产品出口国家");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Supplier, Name);
        It.PostsOne(Count);
        It.PostsOne(Recognised).When(row => row.Has(Recognition));
        It.CountsEach(Countries, row => ExportCountries.Of(row).Select(country => new Subject("国家", country)));
        It.WarnsOutside("price-unusual", Price, 0, 100_000, "200000");
        return It.Done();
    }
}

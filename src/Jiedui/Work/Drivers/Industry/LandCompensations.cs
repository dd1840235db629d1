using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>土地流转与征地补助: one household's land taken into a project, and what it was promised for it.</summary>
public static class LandCompensations
{
    private static readonly LedgerBuilder It = new("industry.land", "土地流转与征地补助", "一户在一个项目中的土地和补助");

    public static readonly TextColumn Project = It.Text("项目").Also("项目名称", "所属项目").Required();
    public static readonly TextColumn Household = It.Text("户编号").Also("户号", "贫困户编号", "脱贫户编号").Hinted("与脱贫户名册一致；没有户编号的填户主身份证号");
    public static readonly TextColumn HeadId = It.IdNumber("户主身份证号").Also("身份证号", "身份证号码", "身份证", "公民身份号码", "证件号码");
    public static readonly TextColumn Head = It.Text("户主姓名").Also("户主", "姓名").Personal();
    public static readonly QuantityColumn<Area> Land = It.Decimal<Area>("面积").Also("流转面积", "亩数", "征地面积", "土地面积").Required();
    public static readonly QuantityColumn<Money> Price = It.Money("补助标准", "元/亩").Also("单价", "标准", "每亩标准", "流转标准").Required();
    public static readonly QuantityColumn<Money> Amount = It.Money("补助金额").Also("金额", "补助资金", "应发金额").Required();
    public static readonly DateColumn Paid = It.Date("发放日期").Also("发放时间", "日期", "时间", "兑付日期").Hinted("尚未发放的留空");

    public static readonly Measure<Area> LandArea = Measure<Area>.Flow("industry.land_area", "土地流转面积");
    public static readonly Measure<Money> Compensation = Measure<Money>.Flow("industry.land_compensation", "征地补助金额");
    public static readonly Measure<Households> LandHouseholds = Measure<Households>.Distinct("industry.land_households", "征地补助贫困户");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Project, Household);
        It.Key(Project, HeadId);
        It.RequiresOneOf(Household, HeadId);
        It.Posts(LandArea, Land);
        It.Posts(Compensation, Amount);
        It.Counts(LandHouseholds, HouseholdOf);
        It.Warns(
            "amount-not-area-times-price", "补助金额不等于面积乘以补助标准", "请核对面积、标准和金额，注意标准和金额的单位是元还是万元",
            row => AmountAgrees(row), (Amount, "50000元"), (Land, "1"), (Price, "60000元"));
        It.WarnsOutside("price-unusual", Price, 100, 200_000, "6000000");
        return It.Done();
    }

    private static Subject? HouseholdOf(Row row) =>
        Subject.Household(Household.Of(row)) ?? (HeadId.Of(row) is { } id ? new Subject("户", id, IsPersonal: true) : null);

    /// <summary>To within one yuan: offices round each household's sum.</summary>
    private static bool AmountAgrees(Row row) =>
        Land.Of(row)?.Value is not { } area || Price.Of(row)?.Value is not { } price || Amount.Of(row)?.Value is not { } amount
        || Math.Abs(area * price - amount) <= 1;
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Registry;

/// <summary>脱贫户名册: one household. Not named Households, which is the measure of 户.</summary>
public static class HouseholdRegister
{
    private static readonly LedgerBuilder It = new("registry.households", "脱贫户名册", "一户");

    public static readonly TextColumn Number = It.Text("户编号").Also("户编码", "户号").Required().Hinted("全国系统或本县统一编号，其他台账按它找户");
    public static readonly TextColumn Head = It.Text("户主姓名").Also("户主").Required().Personal();
    public static readonly TextColumn HeadId = It.IdNumber("户主身份证号").Also("户主身份证", "户主身份证号码", "户主证件号码").Required();
    public static readonly UnitColumn Town = It.Unit("镇").Also("乡镇", "镇办", "所在镇", "所在乡镇").Required();
    public static readonly UnitColumn Village = It.Unit("村").Also("行政村", "村（社区）", "所在村").Required();
    public static readonly ChoiceColumn Kind = It.Choice("户类型", "脱贫户", "脱贫不稳定户", "边缘易致贫户", "突发严重困难户").Also("贫困户属性", "户属性", "人员类别");
    public static readonly QuantityColumn<People> Members = It.Count<People>("家庭人口").Also("家庭人口数", "人口数", "人口");
    public static readonly QuantityColumn<People> Labourers = It.Count<People>("劳动力人数").Also("劳动力数", "劳动力").Hinted("其中有劳动能力的人数，不超过家庭人口");
    public static readonly QuantityColumn<Money> Income = It.Money("上年人均纯收入").Also("人均纯收入", "上年度人均纯收入").Personal();

    public static readonly Measure<Households> Registered = Measure<Households>.Distinct("registry.households", "在册脱贫户");
    public static readonly Measure<People> People = Measure<People>.Stock("registry.household_members", "在册脱贫户家庭人口");
    public static readonly Measure<People> Workforce = Measure<People>.Stock("registry.household_labourers", "在册脱贫户劳动力");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number);
        It.Counts(Registered, row => Subject.Household(Number.Of(row)));
        It.Posts(People, Members);
        It.Posts(Workforce, Labourers);
        It.Warns(
            "labourers-over-members", "劳动力人数多于家庭人口，其中数不能大于总数", "请核对两个人数",
            row => !(Labourers.Of(row)?.Value > Members.Of(row)?.Value), (Labourers, "5"), (Members, "3"));
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>岗位: one vacancy line of one employer. Posts offered, not people employed. 特招 posts are told apart and may be a range.</summary>
public static class Vacancies
{
    private static readonly LedgerBuilder It = new("labour.vacancies", "岗位", "一家单位一个工种的招聘岗位");

    public static readonly TextColumn Fair = It.Text("招聘活动").Also("活动名称", "所属活动", "招聘会").Hinted("与招聘活动的名称一致；不经招聘活动发布的留空");
    public static readonly UnitColumn Employer = It.Organisation("企业").Also("用人单位", "招聘单位", "企业名称", "招聘企业").Required();
    public static readonly TextColumn Post = It.Text("岗位").Also("岗位名称", "招聘工种", "招聘岗位", "工种").Required();
    public static readonly ChoiceColumn Kind = It.Choice("类别", "普通", "特招", "公益性").Also("岗位类别", "岗位类型").Required();
    public static readonly QuantityColumn<Jobs> Openings = It.Count<Jobs>("人数").Also("招聘人数", "需求人数", "岗位数", "提供岗位").Required().Hinted("可填范围，如8-12");
    public static readonly QuantityColumn<Money> Pay = It.Money("月薪", "元/月").Also("薪资待遇", "工资待遇", "薪酬", "月工资", "薪资").Hinted("可填范围，如3500-4300");
    public static readonly TextColumn Place = It.Text("工作地点").Also("工作地", "用工地点").Required();
    public static readonly TextColumn Demands = It.Text("要求").Also("任职要求", "招聘要求", "岗位要求");
    public static readonly DateColumn Published = It.Date("发布日期").Also("发布时间", "日期", "时间").Required();

    public static readonly Measure<Jobs> Offered = Measure<Jobs>.Flow("labour.jobs_offered", "提供就业岗位");
    public static readonly Measure<Jobs> Reserved = Measure<Jobs>.Flow("labour.reserved_jobs", "特招工作岗位");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        // An employer posts one trade twice at a fair, at another wage or for another number; it is the same line only where those agree too.
        It.Key(Fair, Employer, Post, Pay, Openings);
        It.Key(Published, Employer, Post);
        It.Posts(Offered, Openings).When(Kind.IsNot("特招"));
        It.Posts(Reserved, Openings).When(Kind.Is("特招"));
        It.WarnsOutside("pay-unusual", Pay, 300, 50_000, "5");
        It.Warns(
            "no-openings", "招聘人数为零，这一行不提供岗位", "请核对人数；岗位已取消的请删去这一行",
            row => !(Openings.Of(row)?.Amount.High < 1), (Openings, "0"));
        return It.Done();
    }
}

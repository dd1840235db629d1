using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>项目带动就业: one household member's job at a project for one month, with what was earned in it.</summary>
public static class SiteJobs
{
    private static readonly LedgerBuilder It = new("industry.site_jobs", "项目带动就业", "一人在一个项目一个月的就业");

    public static readonly TextColumn Project = It.Text("项目").Also("项目名称", "所属项目").Required();
    public static readonly TextColumn Household = It.Text("户编号").Also("户号", "贫困户编号", "脱贫户编号").Required().Hinted("与脱贫户名册一致");
    public static readonly TextColumn Name = It.Text("姓名").Also("务工人员", "就业人员").Required().Personal();
    public static readonly TextColumn Id = It.IdNumber("身份证号").Also("身份证", "身份证号码", "公民身份号码", "证件号码").Required();
    public static readonly TextColumn Post = It.Text("岗位").Also("工种", "岗位名称", "从事工种");
    public static readonly DateColumn Month = It.Month("月份").Also("务工月份", "工资月份", "年月").Required().Hinted("挣得工资的月份，不是发放的月份");
    public static readonly QuantityColumn<Money> Income = It.Money("月收入", "元/月").Also("工资", "月工资", "工资收入", "劳务收入").Required();

    public static readonly Measure<Money> JobIncome = Measure<Money>.Flow("industry.job_income", "项目带动就业收入");
    public static readonly Measure<Money> IncomeFloor = Measure<Money>.Floor("industry.job_income_floor", "项目带动就业最低月收入", "元/月");
    public static readonly Measure<Households> JobHouseholds = Measure<Households>.Distinct("industry.job_households", "项目带动就业贫困户");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Project, Id, Month);
        It.Posts(JobIncome, Income);
        It.Posts(IncomeFloor, Income);
        It.Counts(JobHouseholds, row => Subject.Household(Household.Of(row)));
        It.WarnsOutside("income-unusual", Income, 100, 50_000, "5");
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>转移就业: one person in one job, and whether they stayed: the first question of an assessor.</summary>
public static class Placements
{
    private static readonly LedgerBuilder It = new("labour.placements", "转移就业", "一人的一次就业");

    public static readonly TextColumn Name = It.Text("姓名").Required().Personal();
    public static readonly TextColumn Id = It.IdNumber("身份证号").Also("身份证", "身份证号码", "公民身份号码", "证件号码").Required();
    public static readonly UnitColumn Town = It.Unit("户籍镇").Also("乡镇", "镇办", "户籍所在镇办", "户籍乡镇", "户籍所在镇").Required();
    public static readonly TextColumn Employer = It.Text("企业").Also("用人单位", "务工单位", "务工企业", "就业企业").Required();
    public static readonly TextColumn Post = It.Text("岗位").Also("工种", "岗位名称");
    public static readonly DateColumn Started = It.Date("入职日期").Also("入职时间", "务工起始时间", "上岗日期", "就业日期").Required();
    public static readonly DateColumn Left = It.Date("离职日期").Also("离职时间", "务工结束时间").Hinted("仍在岗的留空");
    public static readonly QuantityColumn<Money> Wage = It.Money("月工资", "元/月").Also("月收入", "工资", "月薪");
    public static readonly ChoiceColumn Where = It.Choice("就业地", "省外", "省内县外", "县内").Also("就业地点", "就业区域").Required();
    public static readonly FlagColumn IsPoor = It.Flag("是否脱贫户").Also("脱贫户", "是否脱贫人口", "是否贫困户");

    public static readonly Measure<People> Placed = Measure<People>.Distinct("labour.placed", "转移就业");
    public static readonly Measure<People> PlacedPoor = Measure<People>.Distinct("labour.placed_poor", "转移就业脱贫人口");
    public static readonly Measure<People> Retained = Measure<People>.Distinct("labour.retained", "稳定就业满3个月");
    public static readonly Measure<People> RetainedHalfYear = Measure<People>.Distinct("labour.retained_6m", "稳定就业满6个月");
    public static readonly Measure<People> RetainedYear = Measure<People>.Distinct("labour.retained_12m", "稳定就业满12个月");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Id, Started);
        It.Counts(Placed, Person);
        It.Counts(PlacedPoor, Person).When(row => IsPoor.Of(row) == true);
        It.Counts(Retained, Person).On(row => DayStillThere(row, 3), "入职满3个月之日");
        It.Counts(RetainedHalfYear, Person).On(row => DayStillThere(row, 6), "入职满6个月之日");
        It.Counts(RetainedYear, Person).On(row => DayStillThere(row, 12), "入职满12个月之日");
        It.WarnsIfEarlier("left-before-started", Left, Started);
        It.WarnsOutside("wage-unusual", Wage, 100, 50_000, "5");
        return It.Done();
    }

    private static Subject? Person(Row row) => Subject.Person(Id.Of(row));

    /// <summary>The day on which so many months were full, if the person was still there; null otherwise.</summary>
    private static DateOnly? DayStillThere(Row row, int months) =>
        Started.DayOf(row)?.AddMonths(months) is { } day && !(Left.DayOf(row) < day) ? day : null;
}

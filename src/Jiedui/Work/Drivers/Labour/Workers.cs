using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>劳动力摸排名册: one person asked once for work and wishes. Asked is not employed: that stands in <see cref="Placements"/>.</summary>
public static class Workers
{
    private static readonly LedgerBuilder It = new("labour.workers", "劳动力摸排名册", "一人一次摸排");

    public static readonly TextColumn Name = It.Text("姓名").Required().Personal();
    public static readonly TextColumn Sex = It.Text("性别");
    public static readonly TextColumn Id = It.IdNumber("身份证号").Also("身份证", "身份证号码", "公民身份号码", "证件号码").Required();
    public static readonly TextColumn Phone = It.Phone("联系电话").Also("电话", "手机号", "手机", "手机号码", "联系方式");
    public static readonly UnitColumn Town = It.Unit("户籍镇").Also("乡镇", "镇办", "户籍所在镇办", "户籍乡镇", "户籍所在镇", "所属乡镇").Required();
    public static readonly TextColumn Village = It.Text("户籍村").Also("行政村", "村", "户籍所在村");
    public static readonly TextColumn Employer = It.Text("现务工单位").Also("务工企业", "务工单位", "就业企业", "现就业单位");
    public static readonly TextColumn WorkPlace = It.Text("现务工地").Also("务工地点", "务工地", "务工省市");
    public static readonly TextColumn Trade = It.Text("行业工种").Also("工种", "从事工种");
    public static readonly QuantityColumn<Money> Wage = It.Money("现月收入", "元/月").Also("月工资", "月收入", "工资");
    public static readonly TextColumn Skill = It.Text("技能").Also("技能特长", "技能证书");
    public static readonly ChoiceColumn Wish = It.Choice("意愿", "转岗", "增收", "培训", "返乡", "无需求").Also("需求", "就业意愿", "转岗增收需求").Required();
    public static readonly TextColumn WishedPost = It.Text("期望岗位").Also("意向岗位");
    public static readonly QuantityColumn<Money> WishedWage = It.Money("期望月薪", "元/月").Also("期望工资", "期望月收入").Hinted("可填范围，如4000-5000");
    public static readonly ChoiceColumn Way = It.Choice("摸排方式", "电话", "入户", "线上", "现场").Also("调查方式").Required();
    public static readonly DateColumn Date = It.Date("摸排日期").Also("摸排时间", "调查日期", "联系日期").Required().Hinted("同一人不同日期摸排，记人次两次、人数一人");
    public static readonly TextColumn Agency = It.Text("摸排机构").Also("调查机构", "人力资源机构");

    public static readonly Measure<PersonTimes> Surveys = Measure<PersonTimes>.Flow("labour.surveys", "劳动力摸排");
    public static readonly Measure<People> Surveyed = Measure<People>.Distinct("labour.surveyed", "摸排贫困劳动力");
    public static readonly Measure<People> WishChange = Measure<People>.Distinct("labour.wish_change", "有转岗意愿的劳动力");
    public static readonly Measure<People> WishRaise = Measure<People>.Distinct("labour.wish_raise", "有增收意愿的劳动力");
    public static readonly Measure<People> WishTraining = Measure<People>.Distinct("labour.wish_train", "有培训意愿的劳动力");
    public static readonly Measure<People> WishReturn = Measure<People>.Distinct("labour.wish_return", "有返乡意愿的劳动力");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Id, Date);
        It.PostsOne(Surveys);
        It.Counts(Surveyed, Person);
        It.Counts(WishChange, Person).When(Wish.Is("转岗"));
        It.Counts(WishRaise, Person).When(Wish.Is("增收"));
        It.Counts(WishTraining, Person).When(Wish.Is("培训"));
        It.Counts(WishReturn, Person).When(Wish.Is("返乡"));
        It.Warns(
            "sex-not-of-id", "性别与身份证号第十七位不符（单数为男，双数为女）", "请核对性别和身份证号，看是否与别人的填串",
            row => SexAgrees(Sex.Of(row), Id.Of(row)), (Sex, "男"), (Id, "11010519491231002X"));
        It.WarnsOutside("wage-unusual", Wage, 100, 50_000, "5");
        return It.Done();
    }

    private static Subject? Person(Row row) => Subject.Person(Id.Of(row));

    private static bool SexAgrees(string? sex, string? id) =>
        sex is not ("男" or "女") || id is not { Length: 18 } || sex == ((id[16] - '0') % 2 == 1 ? "男" : "女");
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Talent;

/// <summary>研学活动: one camp (期) of one activity.</summary>
public static class StudyTours
{
    private static readonly LedgerBuilder It = new("talent.study_tours", "研学活动", "一期研学活动");

    public static readonly TextColumn Name = It.Text("名称").Also("活动名称", "研学活动名称").Required();
    public static readonly TextColumn Session = It.Text("期次").Also("期数", "期别").Required().Hinted("如第一期；同一活动各期分行填写");
    public static readonly DateColumn Start = It.Date("开始日期").Also("日期", "时间", "活动日期", "活动时间").Required();
    public static readonly TextColumn School = It.Text("学校").Also("参加学校", "学生所在学校");
    public static readonly QuantityColumn<People> Students = It.Count<People>("学生人数").Also("参加学生人数", "学生数", "人数").Required();
    public static readonly TextColumn Itinerary = It.Text("行程").Also("行程安排", "参观地点");
    public static readonly QuantityColumn<Money> Gifts = It.Money("赠送物资价值").Also("赠送物资折价", "赠送物品价值").Hinted("只记随活动赠送的物资，另在捐赠台账登记过的不要重复填");

    public static readonly Measure<Times> Held = Measure<Times>.Flow("talent.study_tours", "研学活动", "期");
    public static readonly Measure<People> Pupils = Measure<People>.Headcount(
        "talent.study_tour_pupils", "参加研学学生", "各期学生名单不重复，台账只报人数、不报姓名和身份证号（未成年人信息从简），各期人数可以相加");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Name, Session);
        It.PostsOne(Held);
        It.Posts(Pupils, Students);
        It.Warns(
            "no-students", "学生人数为零，这一期没有学生参加", "请填实际参加的学生人数；活动未举办的，请删去该行",
            row => !(Students.Of(row)?.Value < 1), (Students, "0"));
        return It.Done();
    }
}

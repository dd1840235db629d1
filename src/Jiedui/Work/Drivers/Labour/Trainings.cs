using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>培训班: one course. Trainees are 人次: a course reports a number, not who came.</summary>
public static class Trainings
{
    private static readonly LedgerBuilder It = new("labour.trainings", "培训班", "一期培训班");

    public static readonly TextColumn Number = It.Text("班次").Also("期次", "班号", "班次编号");
    public static readonly TextColumn Name = It.Text("培训名称").Also("培训班名称", "班次名称", "名称").Required();
    public static readonly ChoiceColumn Form = It.Choice("形式", "线上", "线下").Also("培训形式", "培训方式", "方式").Required();
    public static readonly ChoiceColumn Audience = It.Choice("对象", "贫困劳动力", "大学生", "致富带头人", "基层干部", "医疗人员", "教师").Also("培训对象").Required();
    public static readonly TextColumn Trade = It.Text("工种").Also("培训工种", "专业");
    public static readonly DateColumn Started = It.Date("开班日期").Also("开班时间", "开始日期", "日期").Required();
    public static readonly DateColumn Ended = It.Date("结业日期").Also("结业时间", "结束日期");
    public static readonly QuantityColumn<PersonTimes> Trainees = It.Count<PersonTimes>("培训人次").Also("人数", "培训人数", "人次", "参训人数").Required();
    public static readonly QuantityColumn<PersonTimes> Passed = It.Count<PersonTimes>("合格人数").Also("取证人数", "合格人次");
    public static readonly QuantityColumn<PersonTimes> Referred = It.Count<PersonTimes>("推荐就业人数").Also("就业人数", "推荐就业");
    public static readonly TextColumn School = It.Text("培训机构").Also("承办机构", "培训单位");

    public static readonly Measure<PersonTimes> Trained = Measure<PersonTimes>.Flow("labour.trained", "职业技能培训");
    public static readonly Measure<PersonTimes> TrainedOnline = Measure<PersonTimes>.Flow("labour.trained_online", "线上职业技能培训");
    public static readonly Measure<PersonTimes> TrainedStudents = Measure<PersonTimes>.Flow("labour.trained_students", "大学生专业培训");
    public static readonly Measure<PersonTimes> TrainedPassed = Measure<PersonTimes>.Flow("labour.trained_passed", "培训合格");
    public static readonly Measure<PersonTimes> TrainedReferred = Measure<PersonTimes>.Flow("labour.trained_referred", "培训后推荐就业");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Number);
        It.Key(Name, Started);
        It.Posts(Trained, Trainees);
        It.Posts(TrainedOnline, Trainees).When(Form.Is("线上"));
        It.Posts(TrainedStudents, Trainees).When(Audience.Is("大学生"));
        It.Posts(TrainedPassed, Passed);
        It.Posts(TrainedReferred, Referred);
        It.WarnsIfEarlier("ended-before-started", Ended, Started);
        It.WarnsIfMore("passed-over-trained", Passed, Trainees);
        It.WarnsIfMore("referred-over-passed", Referred, Passed);
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Talent;

/// <summary>名师送教: one visit to one school.</summary>
public static class TeachingVisits
{
    private static readonly LedgerBuilder It = new("talent.teaching_visits", "名师送教", "一次到一所学校送教");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "送教日期", "送教时间").Required();
    public static readonly TextColumn Sender = It.Text("派出学校").Also("送教学校", "选派学校").Required();
    public static readonly UnitColumn School = It.Unit("受援学校").Also("受扶学校", "受教学校").Required().Hinted("一天到几所学校的，分行填写");
    public static readonly QuantityColumn<PersonTimes> Teachers = It.Count<PersonTimes>("教师人数").Also("送教教师人数", "送教教师");
    public static readonly TextColumn Subject = It.Text("学科").Also("送教学科", "课程");
    public static readonly QuantityColumn<PersonTimes> Beneficiaries = It.Count<PersonTimes>("受益师生").Also("受益师生人数", "受益人数");

    public static readonly Measure<Times> Made = Measure<Times>.Flow("talent.teaching_visits", "名师送教");
    public static readonly Measure<Items> Schools = Measure<Items>.Distinct("talent.teaching_visit_schools", "名师送教学校", "所");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, School);
        It.PostsOne(Made);
        It.Counts(Schools, row => Declaring.Subject.Unit(School.Of(row)));
        It.Warns(
            "beneficiaries-under-teachers", "受益师生少于送教教师，两个人数可能填反", "请核对两个人数",
            row => !(Beneficiaries.Of(row)?.Value < Teachers.Of(row)?.Value), (Beneficiaries, "3"), (Teachers, "5"));
        return It.Done();
    }
}

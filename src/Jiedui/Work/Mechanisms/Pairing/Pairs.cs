using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Pairing;

/// <summary>结对关系: one giver with one receiver. A giver with two receivers stands in two rows and is counted once.</summary>
public static class Pairs
{
    private static readonly LedgerBuilder It = new("pairing.pairs", "结对关系", "一对结对单位");

    public static readonly ChoiceColumn Kind = It.Choice(
        "类型", "街道—镇街", "学校", "医院", "企业—村", "部门—部门", "社会组织—村").Also("结对类型", "结对层级").Required();
    public static readonly UnitColumn Giver = It.Unit("参扶方").Also("帮扶单位", "甲方", "参扶单位", "参扶街道").Required();
    public static readonly UnitColumn Receiver = It.Unit("受扶方").Also("受帮扶单位", "乙方", "受扶单位", "受援单位", "受扶镇街").Required();
    public static readonly DateColumn From = It.Date("结对日期").Also("结对时间", "建立日期").Required();
    public static readonly DateColumn To = It.Date("终止日期").Also("终止时间", "解除日期").Hinted("仍在结对的不填");

    public static readonly Measure<Items> Concluded = Measure<Items>.Flow("pairing.pairs", "结对关系", "对");
    public static readonly Measure<Items> InForce = Measure<Items>.Stock("pairing.pairs_in_force", "存续的结对关系", "对");
    public static readonly Measure<Items> Streets = Measure<Items>.Distinct("pairing.streets", "参扶街道", "个");
    public static readonly Measure<Items> Towns = Measure<Items>.Distinct("pairing.towns", "受扶镇街", "个");
    public static readonly Measure<Items> Hospitals = Measure<Items>.Distinct("talent.hospitals", "结对参扶医院", "家");
    public static readonly Measure<Items> Clinics = Measure<Items>.Distinct("talent.clinics", "结对受扶卫生院", "家");
    public static readonly Measure<Items> Schools = Measure<Items>.Distinct("talent.schools", "结对学校", "所");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Giver, Receiver, Kind);
        It.PostsOne(Concluded);
        It.Stands(InForce, Pair.Of(Giver, Receiver), From, To);
        It.Counts(Streets, row => Subject.Unit(Giver.Of(row))).When(Kind.Is("街道—镇街"));
        It.Counts(Towns, row => Subject.Unit(Receiver.Of(row))).When(Kind.Is("街道—镇街"));
        It.Counts(Hospitals, row => Subject.Unit(Giver.Of(row))).When(Kind.Is("医院"));
        It.Counts(Clinics, row => Subject.Unit(Receiver.Of(row))).When(Kind.Is("医院"));
        // A school is a school on either side, so both are counted.
        It.Counts(Schools, row => Subject.Unit(Giver.Of(row))).When(Kind.Is("学校"));
        It.Counts(Schools, row => Subject.Unit(Receiver.Of(row))).When(Kind.Is("学校"));
        It.Warns(
            "end-before-start", "终止日期早于结对日期，这对关系从未生效", "请核对两个日期",
            row => !(To.DayOf(row) < From.Of(row)?.First), (To, "2019-05-01"), (From, "2019-06-30"));
        return It.Done();
    }
}

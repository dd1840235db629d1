using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Supports.Talent;

/// <summary>医疗人才培养与支援: one action of a hospital for a clinic. Training (进修、带教) and treating (坐诊、义诊、远程会诊) are never added.</summary>
public static class MedicalSupport
{
    private static readonly LedgerBuilder It = new("talent.medical", "医疗人才培养与支援", "一次医疗帮扶活动");

    public static readonly DateColumn Date = It.Date("日期").Also("时间", "活动日期", "帮扶日期").Required();
    public static readonly UnitColumn Hospital = It.Unit("医院").Also("参扶医院", "帮扶医院", "派出医院").Required();
    public static readonly UnitColumn Clinic = It.Unit("卫生院").Also("受扶卫生院", "受援卫生院", "受援医院").Required();
    public static readonly ChoiceColumn Form = It.Choice("形式", "进修", "坐诊", "义诊", "远程会诊", "带教").Also("帮扶形式", "方式").Required();
    public static readonly QuantityColumn<PersonTimes> PeopleServed = It.Count<PersonTimes>("人次").Also("培训人次", "诊疗人次", "服务人次").Required()
        .Hinted("进修、带教填受训医务人员人次，其余填患者人次");

    public static readonly Measure<PersonTimes> Trained = Measure<PersonTimes>.Flow("talent.medical_trained", "医疗人才培养");
    public static readonly Measure<PersonTimes> Patients = Measure<PersonTimes>.Flow("talent.patients", "诊疗患者");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Date, Hospital, Clinic, Form);
        It.Posts(Trained, PeopleServed).When(Form.Is("进修", "带教"));
        It.Posts(Patients, PeopleServed).When(Form.Is("坐诊", "义诊", "远程会诊"));
        It.Warns(
            "nobody-served", "人次为零，这次活动没有服务任何人", "请填实际人次；活动未开展的，请删去该行",
            row => !(PeopleServed.Of(row)?.Value < 1), (PeopleServed, "0"));
        return It.Done();
    }
}

using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>挂职干部人才: one posting of one person. Who is posted again stands in another row and is still one person.</summary>
public static class Secondees
{
    private static readonly LedgerBuilder It = new("exchange.secondees", "挂职干部人才", "一人一次挂职");

    public static readonly TextColumn Name = It.Text("姓名").Required().Personal();
    public static readonly TextColumn Id = It.IdNumber("身份证号").Also("身份证", "身份证号码", "公民身份号码", "证件号码").Required();
    public static readonly ChoiceColumn Kind = It.Choice("类型", "党政干部", "专业技术人才").Also("人员类型", "人才类型").Required();
    public static readonly UnitColumn Sender = It.Unit("派出单位").Also("选派单位", "原单位").Required();
    public static readonly TextColumn Post = It.Text("挂职单位及职务").Also("接收单位", "挂任职务", "选派期单位及职务").Required();
    public static readonly DateColumn From = It.Date("起始日期").Also("挂职时间", "挂职开始时间", "到岗日期", "开始日期").Required();
    public static readonly DateColumn To = It.Date("结束日期").Also("挂职结束时间", "离岗日期", "期满日期").Hinted("还在岗的不填");

    public static readonly Measure<People> Sent = Measure<People>.Distinct("exchange.secondees", "派驻挂职干部人才");
    public static readonly Measure<People> Cadres = Measure<People>.Distinct("exchange.secondees_cadres", "派驻挂职党政干部");
    public static readonly Measure<People> Specialists = Measure<People>.Distinct("exchange.secondees_specialists", "派驻挂职专业技术人才");
    public static readonly Measure<People> OnPost = Measure<People>.Stock("exchange.secondees_on_post", "在岗挂职干部人才");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Id, From);
        It.Counts(Sent, Person);
        It.Counts(Cadres, Person).When(Kind.Is("党政干部"));
        It.Counts(Specialists, Person).When(Kind.Is("专业技术人才"));
        It.Stands(OnPost, Person, From, To);
        It.Warns(
            "end-before-start", "结束日期早于起始日期", "请核对挂职的起止日期",
            row => !(To.DayOf(row) < From.Of(row)?.First), (To, "2019年6月1日"), (From, "2019年7月1日"));
        return It.Done();
    }

    private static Subject? Person(Row row) => Subject.Person(Id.Of(row));
}

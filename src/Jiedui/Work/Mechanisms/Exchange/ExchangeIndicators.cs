using Jiedui.Declaring;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>What the ledgers of exchange can be asked.</summary>
public static class ExchangeIndicators
{
    public static readonly Indicator Visits = Indicator.Sum(
        Exchange.Visits.Made, "期内两地互访的次数，一个代表团去一次计一次，按日期计入；按日期、带队领导和目的地去重；不含日常联系沟通。");

    public static readonly Indicator VisitsToReceiver = Indicator.Sum(
        Exchange.Visits.Out, "期内帮扶方赴受帮扶地的互访次数，是互访次数的其中数，按日期计入。");

    public static readonly Indicator VisitsToGiver = Indicator.Sum(
        Exchange.Visits.In, "期内受帮扶方来帮扶地的互访次数，是互访次数的其中数，按日期计入。");

    public static readonly Indicator LeaderVisits = Indicator.Sum(
        Exchange.Visits.ByLeaders, "期内由党政主要领导带队的互访次数，是互访次数的其中数，按日期计入；未填职务级别的不计入。");

    public static readonly Indicator Visitors = Indicator.Sum(
        Exchange.Visits.VisitorTimes, "期内互访的人次，为各次互访人数之和，按日期计入；同一人去几次计几人次，不是人数。");

    public static readonly Indicator JointMeetings = Indicator.Sum(
        Exchange.JointMeetings.Held, "期内两地召开联席会议的次数，按日期计入，按日期和名称去重；不含一方自己的议事决策会议。");

    public static readonly Indicator Secondees = Indicator.Distinct(
        Exchange.Secondees.Sent, "起始日期在期内的挂职干部人才人数，按身份证号去重；同一人期内挂职几次只计一人；含党政干部和专业技术人才。");

    public static readonly Indicator SecondedCadres = Indicator.Distinct(
        Exchange.Secondees.Cadres, "起始日期在期内的挂职党政干部人数，按身份证号去重，是挂职干部人才的其中数。");

    public static readonly Indicator SecondedSpecialists = Indicator.Distinct(
        Exchange.Secondees.Specialists, "起始日期在期内的挂职专业技术人才人数，按身份证号去重，是挂职干部人才的其中数。");

    public static readonly Indicator SecondeesOnPost = Indicator.AtDate(
        Exchange.Secondees.OnPost, "时点在岗的挂职干部人才人数：起始日期当日起计入，结束日期次日起不计；未填结束日期的视为在岗。");

    public static readonly Indicator Bulletins = Indicator.Sum(
        Exchange.Bulletins.Issued, "期内编发的信息简报期数，按日期计入；按期号去重，没有期号的按标题和日期去重。");
}

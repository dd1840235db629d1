using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>分红: what one village collective was due from a project for a year, and what arrived. 应分 and 实分 are kept apart.</summary>
public static class Dividends
{
    private static readonly LedgerBuilder It = new("industry.dividends", "分红", "一个村集体一个年度从一个项目得到的分红");

    public static readonly TextColumn Project = It.Text("项目").Also("项目名称", "所属项目").Required().Hinted("与产业帮扶项目的名称或编号一致，据此计算分红比例");
    public static readonly DateColumn Year = It.Year("年度").Also("分红年度", "所属年度").Required();
    public static readonly UnitColumn Collective = It.Unit("村集体").Also("村集体经济", "受益村", "受益村集体", "村集体经济组织", "受益村集体经济").Required();
    public static readonly QuantityColumn<Money> Due = It.Money("应分金额").Also("应分", "应分红金额", "应得分红");
    public static readonly QuantityColumn<Money> Received = It.Money("实分金额").Also("实分", "分红金额", "到账金额", "实际分红", "实分红金额").Hinted("尚未到账的留空，不要填零");
    public static readonly DateColumn Arrived = It.Date("到账日期").Also("到账时间", "兑付日期", "分红日期", "分红时间");

    /// <summary>Posted by project and year, so that each year can be held against what the project was given.</summary>
    public static readonly Measure<Money> Paid = Measure<Money>.Flow("industry.dividends", "村集体实得分红");
    public static readonly Measure<Money> DueInAll = Measure<Money>.Flow("industry.dividends_due", "村集体应得分红");
    public static readonly Measure<Items> Collectives = Measure<Items>.Distinct("industry.dividend_collectives", "分红村集体经济");

    public static readonly LedgerType Ledger = Declare();

    private static LedgerType Declare()
    {
        It.Key(Project, Year, Collective);
        It.DatedBy(Arrived, Year);
        It.Posts(Paid, Received).About(ProjectYearOf);
        It.Posts(DueInAll, Due);
        It.Counts(Collectives, row => Subject.Unit(Collective.Of(row))).When(row => Received.Of(row)?.Amount.Low > 0);
        It.Warns(
            "paid-under-due", "实分金额少于应分金额", "请核对；确未足额的，请在备注中说明差额何时补发",
            row => !(Received.Of(row)?.Amount.High < Due.Of(row)?.Amount.Low), (Received, "20"), (Due, "30"));
        It.WarnsIfEarlier("arrived-before-year", Arrived, Year);
        return It.Done();
    }

    private static Subject? ProjectYearOf(Row row) =>
        Subject.Named("项目", Project.Of(row)) is { } project && Year.Of(row) is { } year
            ? new Subject("项目年度", $"{project.Key}|{year}") { PartOf = project, Label = $"{project.Key} {year}年度" }
            : null;
}

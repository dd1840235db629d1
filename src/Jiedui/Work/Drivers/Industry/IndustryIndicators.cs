using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Industry;

/// <summary>产业帮扶: its figures and their 口径.</summary>
public static class IndustryIndicators
{
    public static readonly Indicator ProjectCount = Indicator.Sum(
        Projects.Count, "产业帮扶项目个数，一行一个，含拟建和终止的；按开工日期计，未开工的按年度计；同一项目编号，或同名同年度，只计一个。");

    public static readonly Indicator PlannedFunds = Indicator.Sum(
        Projects.PlannedFunds, "各项目计划投入的帮扶资金之和，不含其他来源的投资；是计划数，不是拨付数；按开工日期计，未开工的按年度计。");

    public static readonly Indicator Allocated = Indicator.Sum(
        Funds.Allocated, "类型为“下达”的流水金额之和，按流水日期计；同一凭证号只计一次；不与拨付、支出相加。");

    public static readonly Indicator Disbursed = Indicator.Sum(
        Funds.Disbursed, "类型为“拨付”的流水金额之和，按流水日期计；同一凭证号只计一次；不与下达、支出相加。");

    public static readonly Indicator Spent = Indicator.Sum(
        Funds.Spent, "类型为“支出”的流水金额之和，按流水日期计；同一凭证号只计一次；不与下达、拨付相加。");

    public static readonly Indicator Returned = Indicator.Sum(
        Funds.Returned, "类型为“结余退回”的流水金额之和，按流水日期计；同一凭证号只计一次。");

    public static readonly Indicator Undisbursed = Indicator.AtDate(
        Funds.Undisbursed, "截至期末，下达减去拨付的余额；为零即全部拨付，为负即拨付多于下达，须查。");

    public static readonly Indicator Balance = Indicator.AtDate(
        Funds.Balance, "截至期末，拨付减去支出、再减去结余退回的余额；为零即全部用完或退回，为负即支出多于拨付，须查。");

    public static readonly Indicator LandArea = Indicator.Sum(
        LandCompensations.LandArea, "各户土地面积之和，按发放日期计；未填发放日期的，任何期间都计入；同一项目同一户只计一次。");

    public static readonly Indicator LandCompensation = Indicator.Sum(
        LandCompensations.Compensation, "各户补助金额之和，按发放日期计；未填发放日期的，任何期间都计入；同一项目同一户只计一次。");

    public static readonly Indicator LandPrice = Indicator.Ratio(
        "industry.land_price", "土地流转标准", "元/亩", LandCompensations.Compensation, LandCompensations.LandArea,
        "期内补助金额之和除以面积之和，即平均每亩补助；不是各户标准的简单平均。");

    public static readonly Indicator LandHouseholds = Indicator.Distinct(
        LandCompensations.LandHouseholds, "领取征地补助的户数，按户编号去重，没有户编号的按户主身份证号去重；一户在两个项目只计一户；按发放日期计。");

    public static readonly Indicator JobIncome = Indicator.Sum(
        SiteJobs.JobIncome, "项目带动就业的工资之和，按挣得工资的月份计；同一人同一项目同一月份只计一次。");

    public static readonly Indicator JobIncomeFloor = Indicator.Least(
        SiteJobs.IncomeFloor, "期内每人每月收入中最低的一笔；按月份计；没有上工的月份不计。");

    public static readonly Indicator JobHouseholds = Indicator.Distinct(
        SiteJobs.JobHouseholds, "期内有人在项目上就业的户数，按户编号去重；一户两人或多个月份只计一户。");

    public static readonly Indicator DividendsPaid = Indicator.Sum(
        Dividends.Paid, "村集体实分金额之和，只计已到账的；按到账日期计，未填到账日期的按年度计；不含应分未付的。");

    public static readonly Indicator DividendsDue = Indicator.Sum(
        Dividends.DueInAll, "村集体应分金额之和，已付未付都计；按到账日期计，尚未到账的按年度计；不与实分相加。");

    public static readonly Indicator DividendCollectives = Indicator.Distinct(
        Dividends.Collectives, "实分金额大于零的村集体个数，按村集体去重；多个年度、多个项目只计一个。");

    public static readonly Indicator DividendRate = Indicator.Yield(
        "industry.dividend_rate", "年度分红占投资资金", Dividends.Paid, Projects.ProjectFunds,
        "各项目各年度实分金额之和，除以该项目帮扶资金（每个年度各计一次基数）；分红中的项目须与产业帮扶项目的名称或编号一致。");

    public static readonly Indicator DividendRateFloor = Indicator.LeastYield(
        "industry.dividend_rate_floor", "年度分红占投资资金（最低值）", Dividends.Paid, Projects.ProjectFunds,
        "各项目各年度实分金额之和除以该项目帮扶资金，取其中最低的一个年度；全部未到账的年度不计。");

    public static readonly Indicator ServiceCount = Indicator.Sum(
        Services.Count, "产业服务次数，一行一次，按服务日期计；同日同内容只计一次。");

    public static readonly Indicator Sectors = Indicator.Distinct(
        Services.Sectors, "期内得到服务的产业个数，按产业名称去重；按服务日期计。");

    public static readonly IReadOnlyList<Indicator> All =
    [
        ProjectCount, PlannedFunds, Allocated, Disbursed, Spent, Returned, Undisbursed, Balance, LandArea, LandCompensation, LandPrice, LandHouseholds,
        JobIncome, JobIncomeFloor, JobHouseholds, DividendsPaid, DividendsDue, DividendCollectives, DividendRate, DividendRateFloor, ServiceCount, Sectors,
    ];
}

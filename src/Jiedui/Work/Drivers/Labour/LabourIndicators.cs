using Jiedui.Declaring;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>劳务协作: its figures and their 口径. 摸排, 岗位, 培训 and 就业 are four things, never added.</summary>
public static class LabourIndicators
{
    public static readonly Indicator AgencyPairs = Indicator.AtDate(
        Agencies.Pairs, "截至期末已开展合作的人力资源机构对数，一对机构只计一次；按合作日期计。");

    public static readonly Indicator Surveys = Indicator.Sum(
        Workers.Surveys, "摸排人次，同一人不同日期各计一次；按摸排日期计。");

    public static readonly Indicator Surveyed = Indicator.Distinct(
        Workers.Surveyed, "期内摸排到的人数，按身份证号去重；同一人多次摸排只计一人；是联系到的人，不是就业的人；按摸排日期计。");

    public static readonly Indicator WishChange = Indicator.Distinct(
        Workers.WishChange, "期内表示愿意转岗的人数，按身份证号去重；前后意愿不同的，各项意愿都计；按摸排日期计。");

    public static readonly Indicator WishRaise = Indicator.Distinct(
        Workers.WishRaise, "期内表示希望增收的人数，按身份证号去重；前后意愿不同的，各项意愿都计；按摸排日期计。");

    public static readonly Indicator WishTraining = Indicator.Distinct(
        Workers.WishTraining, "期内表示希望培训的人数，按身份证号去重；前后意愿不同的，各项意愿都计；按摸排日期计。");

    public static readonly Indicator WishReturn = Indicator.Distinct(
        Workers.WishReturn, "期内表示希望返乡的人数，按身份证号去重；前后意愿不同的，各项意愿都计；按摸排日期计。");

    public static readonly Indicator JobFairs = Indicator.Sum(
        Fairs.JobFairs, "招聘会等就业活动场次，一行一场，现场和网络都计；按活动日期计；同日同名只计一场。");

    public static readonly Indicator FairVisitors = Indicator.Sum(
        Fairs.FairVisitors, "招聘活动进场人次之和，不去重；网络招聘未填进场人数的不计；按活动日期计。");

    public static readonly Indicator FairInterested = Indicator.Sum(
        Fairs.FairInterested, "招聘活动现场达成意向的人次之和，不去重；是意向，不是入职；按活动日期计。");

    public static readonly Indicator JobsOffered = Indicator.Sum(
        Vacancies.Offered, "招聘岗位的人数之和，含普通和公益性岗位，不含特招；是提供的岗位，不是就业的人；按发布日期计；同一活动、企业、岗位、月薪、人数只计一次。");

    public static readonly Indicator ReservedJobs = Indicator.Sum(
        Vacancies.Reserved, "类别为特招的岗位人数之和，按范围填写的保留上下限；按发布日期计；不并入提供就业岗位。");

    public static readonly Indicator Placed = Indicator.Distinct(
        Placements.Placed, "期内入职的人数，按身份证号去重；一人换岗再入职只计一人；按入职日期计。");

    public static readonly Indicator PlacedPoor = Indicator.Distinct(
        Placements.PlacedPoor, "转移就业人数中标明是脱贫户的人数，按身份证号去重；按入职日期计。");

    public static readonly Indicator Retained = Indicator.Distinct(
        Placements.Retained, "入职满3个月时仍在岗（未填离职日期，或离职日期不早于该日）的人数，按身份证号去重；按满3个月之日计。");

    public static readonly Indicator RetainedHalfYear = Indicator.Distinct(
        Placements.RetainedHalfYear, "入职满6个月时仍在岗的人数，按身份证号去重；按满6个月之日计。");

    public static readonly Indicator RetainedYear = Indicator.Distinct(
        Placements.RetainedYear, "入职满12个月时仍在岗的人数，按身份证号去重；按满12个月之日计。");

    public static readonly Indicator Trained = Indicator.Sum(
        Trainings.Trained, "培训班培训人次之和，线上线下都计，不去重；按开班日期计；同一班次只计一次。");

    public static readonly Indicator TrainedOnline = Indicator.Sum(
        Trainings.TrainedOnline, "形式为线上的培训班培训人次之和，不去重；按开班日期计；线下的不计。");

    public static readonly Indicator TrainedStudents = Indicator.Sum(
        Trainings.TrainedStudents, "对象为大学生的培训班培训人次之和，不去重；按开班日期计。");

    public static readonly Indicator TrainedPassed = Indicator.Sum(
        Trainings.TrainedPassed, "培训合格人次之和，不去重；未填合格人数的班次不计；按开班日期计。");

    public static readonly Indicator TrainedReferred = Indicator.Sum(
        Trainings.TrainedReferred, "培训后推荐就业的人次之和，不去重；是推荐，不是入职；按开班日期计。");

    public static readonly IReadOnlyList<Indicator> All =
    [
        AgencyPairs, Surveys, Surveyed, WishChange, WishRaise, WishTraining, WishReturn, JobFairs, FairVisitors, FairInterested, JobsOffered, ReservedJobs,
        Placed, PlacedPoor, Retained, RetainedHalfYear, RetainedYear, Trained, TrainedOnline, TrainedStudents, TrainedPassed, TrainedReferred,
    ];
}

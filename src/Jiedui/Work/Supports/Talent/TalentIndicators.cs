using Jiedui.Declaring;

namespace Jiedui.Work.Supports.Talent;

/// <summary>What the ledgers of talent can be asked. Pairs of schools and hospitals are kept, and asked, in 结对帮扶.</summary>
public static class TalentIndicators
{
    public static readonly Indicator StudyTours = Indicator.Sum(
        Talent.StudyTours.Held, "期内开展的研学活动期数，一个活动的一期计一期，按开始日期计入，按名称和期次去重。");

    public static readonly Indicator StudyTourPupils = Indicator.Sum(
        Talent.StudyTours.Pupils, "期内各期研学活动学生人数之和，按开始日期计入；不含带队教师；台账不登记学生姓名，各期名单由主办单位保证不重复。");

    public static readonly Indicator TeachingVisits = Indicator.Sum(
        Talent.TeachingVisits.Made, "期内名师送教次数，一天到一所学校计一次，按日期计入，按日期和受援学校去重。");

    public static readonly Indicator TeachingVisitSchools = Indicator.Distinct(
        Talent.TeachingVisits.Schools, "期内名师送教到过的受援学校数（中小学和幼儿园），按单位去重，去过几次都只计一所；按日期计入，不含派出学校。");

    public static readonly Indicator MedicalTrained = Indicator.Sum(
        Talent.MedicalSupport.Trained, "期内进修和带教的医务人员人次，按日期计入；同一人受训几次计几人次，不是人数；不含患者。");

    public static readonly Indicator Patients = Indicator.Sum(
        Talent.MedicalSupport.Patients, "期内坐诊、义诊和远程会诊的患者人次，按日期计入；同一人就诊几次计几人次；不含受训医务人员。");
}

using Jiedui.Declaring;
using Figures = Jiedui.Work.Supports.Talent.TalentIndicators;

namespace Jiedui.Work.Supports.Talent;

/// <summary>What talent has to tell.</summary>
public static class TalentSection
{
    public static readonly ReportSection Section = new(
        "深化人才扶智",
        new Paragraph(
            Sentence.Of(
                $"开展{Words.Of(StudyTours.Ledger, StudyTours.Name)}{Figures.StudyTours:期}，组织{Party.Receiver}{Figures.StudyTourPupils:名}学生参加。"),
            Sentence.Of($"组织教师到{Party.Receiver}{Figures.TeachingVisitSchools:所}学校开展“名师送教”活动{Figures.TeachingVisits:次}。"),
            Sentence.Of($"开展医疗人才培养计划，通过进修和带教培养医务人员{Figures.MedicalTrained:人次}。"),
            Sentence.Of($"组织医务人员坐诊、义诊和远程会诊，服务患者{Figures.Patients:人次}。")));

    public static readonly Sentence Card = Sentence.Of(
        $"开展研学活动{Figures.StudyTours:期}、学生{Figures.StudyTourPupils:名}，名师送教到{Figures.TeachingVisitSchools:所}学校。");
}

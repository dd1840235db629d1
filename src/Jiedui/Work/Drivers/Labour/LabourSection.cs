using Jiedui.Declaring;
using static Jiedui.Work.Drivers.Labour.LabourIndicators;

namespace Jiedui.Work.Drivers.Labour;

/// <summary>加强劳务协作, as the work record tells it.</summary>
internal static class LabourSection
{
    private static readonly Words ReservingEmployers = new(Vacancies.Ledger, Vacancies.Employer, Vacancies.Kind.Is("特招"));

    public static readonly ReportSection Section = new(
        "加强劳务协作",
        new Paragraph(
            Sentence.Of($"坚持将“稳就业、保就业”作为帮扶重点，支持双方{AgencyPairs:对}人力资源服务机构深度合作。"),
            Sentence.Of($"安排人力资源机构通过{Words.Of(Workers.Ledger, Workers.Way)}等方式，全面摸排{Surveyed:名}在外务工贫困劳动力转岗增收需求。"),
            Sentence.Of($"组织开展招聘会等就业活动{JobFairs:场次}，提供就业岗位{JobsOffered:个}。"),
            Sentence.Of($"协调{ReservingEmployers}提供{ReservedJobs:个}特招工作岗位，对口吸纳贫困劳动力。"),
            Sentence.Of($"组织开展线上职业技能培训{TrainedOnline:人次}。"),
            Sentence.Of($"免费为大学生开展专业培训{TrainedStudents:人次}，为培训合格学员提供相应的就业岗位。"),
            Sentence.Of($"实现转移就业{Placed:人}，其中脱贫人口{PlacedPoor:人}。")));

    public static readonly Sentence Card = Sentence.Of($"{JobFairs:场}招聘会，提供岗位{JobsOffered:个}。");
}

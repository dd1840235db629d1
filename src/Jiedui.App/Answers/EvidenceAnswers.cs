using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;

namespace Jiedui.App.Answers;

/// <summary>A file behind a record.</summary>
public sealed record EvidenceAnswer(long Id, string Sha256, string Name, EvidenceType Type, long Bytes, int Grade, string By, DateTimeOffset At)
{
    public static EvidenceAnswer Of(AttachedEvidence evidence) => new(
        evidence.Id, evidence.Sha256, evidence.Name, evidence.Type, evidence.Bytes, (int)evidence.Grade, evidence.By, evidence.At);
}

/// <summary>What became of a file that was brought.</summary>
public sealed record FiledAnswer(string File, string? Sha256, IReadOnlyList<RecordRef> Linked, IReadOnlyList<RecordRef> AlreadyThere, int OutOfReach, string? Refusal)
{
    public static FiledAnswer Of(FiledEvidence filed) => new(filed.Name, filed.Sha256, filed.Linked, filed.AlreadyThere, filed.OutOfReach, filed.Refusal);
}

/// <summary>How many of the records behind a figure have evidence of each grade; the worst of them is the figure's.</summary>
public sealed record GradesAnswer(string Code, string Name, long Records, long Vouchers, long Photos, long Statements, long Without, int? Worst)
{
    public static GradesAnswer Of(Indicator indicator, GradeCounts grades) => new(
        indicator.Code, indicator.Name, grades.All, grades.Vouchers, grades.Photos, grades.Statements, grades.Without, (int?)grades.Worst);

    /// <summary>The figures, of those asked about, behind which records stand without evidence; the worst first.</summary>
    public static IReadOnlyList<GradesAnswer> Missing(Figures figures, FigureQuery query, IEnumerable<Indicator> indicators) =>
    [
        .. indicators.Where(indicator => figures.Answers(indicator, query)).Select(indicator => Of(indicator, figures.Grades(indicator, query)))
            .Where(answer => answer.Without > 0).OrderByDescending(answer => answer.Without),
    ];
}

using System.Globalization;

namespace Jiedui.Flow.Outputs.Reports.Documents;

/// <summary>附件: the report's figures behind which records stand without any evidence, so that whoever signs it knows.</summary>
public static class MissingEvidenceAnnex
{
    public const string Title = "缺少佐证的数字";

    public static IReadOnlyList<string> Headers { get; } = ["序号", "指标", "记录数", "无佐证的记录"];

    /// <summary>In the order of <see cref="Headers"/>; none where every record has its evidence.</summary>
    public static IReadOnlyList<(ReportFact Fact, IReadOnlyList<string> Cells)> Rows(ReportDocument document) =>
    [
        .. document.Facts.Where(fact => fact.Grades is { Without: > 0 }).Select((fact, index) => (fact, (IReadOnlyList<string>)
            [Text(index + 1), FactAnnex.Name(fact), Text(fact.Grades!.All), Text(fact.Grades.Without)])),
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>What is marked in a cell: the gravest of its findings by colour, all of them in words.</summary>
internal sealed record Mark(int Row, int Column, Severity Severity, string Text)
{
    public static Mark Of(int row, int column, IReadOnlyList<Finding> findings) => new(
        row, column, findings.Min(finding => finding.Severity), string.Join('\n', findings.Select(Words).Distinct()));

    private static string Words(Finding finding) =>
        (finding.Severity == Severity.Blocks ? "【需修改】" : "【请核对】") + finding.Message + (finding.Remedy.Length > 0 ? "\n" + finding.Remedy.TrimEnd('。') + "。" : "");
}

using Jiedui.Declaring;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>A sheet in which everything is wrong is told of without end in neither memory nor page, and still accounted for to the last row.</summary>
public sealed class ManyFindingsTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();

    [Fact]
    public void Thirty_thousand_wrong_rows_are_counted_and_the_rest_of_the_findings_summed_up()
    {
        var rows = Enumerable.Range(0, 30_000).Select(_ => new object?[] { "2020-13-45", "招聘会", "现场招聘会", "就业帮扶团" });
        var report = office.Import(new Xlsx().Sheet("招聘活动", [["日期", "活动名称", "形式", "主办单位"], .. rows]).Save(office.Folder));
        var sheet = report.Files[0].Sheets[0];
        Assert.Equal(30_000, sheet.Rejected);
        Assert.Equal(30_001, sheet.Rows);
        Assert.InRange(sheet.Findings.Count, 20_000, 20_100);
        Assert.Contains(sheet.Findings, finding => finding.Severity == Severity.Blocks && finding.Message.Contains("另有 10000 处", StringComparison.Ordinal));
    }

    public void Dispose() => office.Dispose();
}

using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Tests.Flow.Intake.Sheets;

/// <summary>The roster of the case: 11,007 rows, seven of them wrong, each cell told with its reason.</summary>
public class RosterTests
{
    [Fact]
    public void The_seven_wrong_rows_come_back_and_the_totals_agree()
    {
        using var workbook = Workbook.Open(Case.Ledger("03 劳动力摸排名册.xlsx"));
        var readings = workbook.Sheets.Select(sheet => Reading.Of(sheet, read: CaseUnits.Read)).ToList();
        Assert.Equal(11007, readings.Sum(reading => reading.Rows.Count));
        var faults = readings.SelectMany(reading => reading.Rows).Where(row => !row.IsGood)
            .Select(row => string.Join('；', row.Findings.Where(finding => finding.Severity == Severity.Blocks).Select(finding => $"{finding.Column} {finding.Code} {finding.Value}")));
        Assert.Equal(
            [
                "身份证号 id.check-digit 6*************2370",
                "姓名 cell.required ",
                "户籍镇 unit.unknown 不存在镇",
                "身份证号 id.digits-lost 6************E+17",
                "摸排日期 date.no-such-day 2020年13月2日",
                "身份证号 id.old-number 6**********3203",
                "意愿 choice.unknown 随便",
            ],
            faults);
        Assert.All(readings, reading => Assert.Empty(reading.Findings));
        Assert.Equal("1 Title, 2 Unit, 3 Header, 5609 Total, 5610 Signature", readings[0].Reasons);
        Assert.Equal("1 Title, 2 Unit, 3 Header, 5406 Total, 5407 Signature", readings[1].Reasons);
    }
}

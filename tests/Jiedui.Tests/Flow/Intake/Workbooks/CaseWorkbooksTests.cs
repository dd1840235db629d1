using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

public class CaseWorkbooksTests
{
    [Fact]
    public void The_survey_has_two_sheets_of_the_known_length()
    {
        using var workbook = Workbook.Open(Case.Ledger("03 劳动力摸排名册.xlsx"));
        Assert.Equal((WorkbookFormat.Xlsx, "03 劳动力摸排名册.xlsx"), (workbook.Format, workbook.Name));
        Assert.Equal([5610, 5407], workbook.Sheets.Select(sheet => sheet.Rows().Count()));
        Assert.Equal([5610, 5407], workbook.Sheets.Select(sheet => sheet.Rows().Count()));
        var numbers = workbook.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells).Where(cell => cell.Kind == RawKind.Number).Select(cell => cell.Text);
        Assert.Contains(numbers, text => text.Contains("E+17", StringComparison.Ordinal));
    }

    [Fact]
    public void The_orders_are_read_from_gb18030()
    {
        using var workbook = Workbook.Open(Case.Ledger("04 销售订单.csv"));
        Assert.Equal(WorkbookFormat.Csv, workbook.Format);
        var sheet = Assert.Single(workbook.Sheets);
        Assert.Equal("04 销售订单", sheet.Name);
        var rows = sheet.Rows().ToList();
        Assert.Equal(187, rows.Count);
        Assert.DoesNotContain(rows.SelectMany(row => row.Cells), cell => cell.Text.Contains('\uFFFD', StringComparison.Ordinal));
        Assert.Contains(rows[0].Cells, cell => cell.Text.Contains('单', StringComparison.Ordinal));
    }

    [Fact]
    public void The_old_excel_file_is_read()
    {
        using var workbook = Workbook.Open(Case.Ledger("06 成效台账.xls"));
        Assert.Equal(WorkbookFormat.Xls, workbook.Format);
        var rows = workbook.Sheets.SelectMany(sheet => sheet.Rows()).ToList();
        Assert.True(rows.Count >= 5);
        Assert.Equal(["名称", "授予单位", "授予日期", "获奖单位/个人"], rows[0].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Merged_headers_are_known()
    {
        using var workbook = Workbook.Open(Case.Ledger("01 三项机制台账.xlsx"));
        Assert.Contains(workbook.Sheets, sheet => sheet.Merges.Count > 0);
    }

    public static TheoryData<string> Ledgers { get; } = [.. Directory.GetFiles(Path.Combine(Case.Folder, "ledgers")).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void Every_ledger_gives_rows_in_order(string file)
    {
        using var workbook = Workbook.Open(Case.Ledger(file));
        Assert.All(workbook.Sheets, sheet =>
        {
            var rows = sheet.Rows().ToList();
            Assert.Equal(rows.Select(row => row.Number).Distinct().Order(), rows.Select(row => row.Number));
            Assert.All(rows, row => Assert.Equal(row.Cells.Select(cell => cell.Column).Distinct().Order(), row.Cells.Select(cell => cell.Column)));
        });
    }
}

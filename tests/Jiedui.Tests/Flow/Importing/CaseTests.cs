using System.Globalization;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Importing;

[Collection(ImportedCaseCollection.Name)]
public class CaseTests(ImportedCase imported)
{
    public static TheoryData<string, int, int> Expected =>
        new(File.ReadLines(Path.Combine(Case.Folder, "expected.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => (cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture))));

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_first_import_says_what_is_expected_of_it(string file, int accepted, int rejected)
    {
        var sheets = SheetsOf(imported.First, file);
        Assert.Equal((accepted, rejected), (sheets.Sum(sheet => sheet.Accepted), sheets.Sum(sheet => sheet.Rejected)));
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_second_import_changes_nothing_and_rejects_the_same_rows(string file, int accepted, int rejected)
    {
        var sheets = SheetsOf(imported.Second, file);
        Assert.Equal((accepted, rejected), (sheets.Sum(sheet => sheet.Unchanged), sheets.Sum(sheet => sheet.Rejected)));
    }

    [Fact]
    public void After_a_second_import_every_figure_is_the_same()
    {
        Assert.All(imported.Second.Files.SelectMany(file => file.Sheets), sheet => Assert.Equal((0, 0), (sheet.Accepted, sheet.Corrected)));
        Assert.Equal(imported.ContentsOfFirst, imported.Office.FiguresOf(Jiedui.Work.Article.Catalogue.Indicators));
        Assert.Equal(imported.ContentsOfFirst, imported.Office.FiguresOf(Jiedui.Work.Article.Catalogue.Indicators, imported.BetweenImports));
    }

    [Fact]
    public void The_books_are_sound() => Assert.Empty(imported.Office.Verify().Faults);

    [Fact]
    public void Seven_wrong_rows_are_all_that_comes_back()
    {
        Assert.Equal(2, imported.First.ExitCode);
        Assert.All(imported.First.Files, file => Assert.Null(file.Refusal));
        Assert.Equal(7, imported.First.Files.Sum(file => file.Sheets.Sum(sheet => sheet.Rejected)));
    }

    [Fact]
    public void Every_row_of_every_sheet_is_accounted_for()
    {
        foreach (var file in imported.First.Files)
        {
            using var workbook = Workbook.Open(file.File.Open(), file.File.Name);
            Assert.All(file.Sheets, sheet =>
            {
                Assert.Equal(workbook.Sheets.Single(one => one.Name == sheet.Sheet).Rows().Count(), sheet.Rows);
                Assert.Equal(sheet.Rows, sheet.NonData.Count + sheet.Read);
                Assert.Equal(sheet.Read, sheet.Accepted + sheet.Unchanged + sheet.Corrected + sheet.Rejected);
            });
        }
    }

    [Fact]
    public void No_finding_shows_an_ID_a_phone_number_or_a_name()
    {
        var secrets = RosterCells("身份证号码").Concat(RosterCells("联系电话")).Concat(RosterCells("姓名").Where(name => name.Length > 1)).ToHashSet();
        var findings = imported.First.Files.SelectMany(file => file.Sheets).SelectMany(sheet => sheet.Findings).Select(finding => finding.ToString()).ToList();
        Assert.NotEmpty(findings);
        Assert.DoesNotContain(findings, finding => secrets.Any(secret => finding.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        using var other = new Installation();
        other.Import([.. ImportedCase.Files.Reverse()]);
        Assert.Equal(imported.ContentsOfFirst, other.FiguresOf(Jiedui.Work.Article.Catalogue.Indicators));
    }

    [Fact]
    public void A_dry_run_says_what_a_run_would_and_changes_nothing()
    {
        using var office = new Installation();
        var before = office.Contents();
        var dry = office.Import(new ImportOptions { DryRun = true }, ImportedCase.Files);
        Assert.Equal(before, office.Contents());
        Assert.Null(dry.Batch);
        Assert.Equal(imported.First.ExitCode, dry.ExitCode);
        Assert.Equal(Told(imported.First), Told(dry));
    }

    private static string Told(ImportReport report) => string.Join('\n', report.Files.SelectMany(file => file.Sheets, (file, sheet) =>
        $"{file.File.Name} {sheet.Sheet} {sheet.Ledger?.Code} {sheet.Rows} {sheet.Accepted} {sheet.Unchanged} {sheet.Corrected} {sheet.Rejected}\n{string.Join('\n', sheet.Findings)}"));

    private static IEnumerable<string> RosterCells(string header) => RawTable.AllOf("03 劳动力摸排名册.xlsx", header).Select(row => row[header].Trim()).Where(cell => cell.Length > 1);

    private static IReadOnlyList<SheetReport> SheetsOf(ImportReport report, string file) => report.Files.Single(one => one.File.Name.StartsWith(Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal)).Sheets;
}

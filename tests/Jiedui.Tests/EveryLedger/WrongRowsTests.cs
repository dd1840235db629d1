using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

public class WrongRowsTests
{
    public static TheoryData<string> All => Ledgers.All;

    public static TheoryData<string, string> Checks =>
        new(Jiedui.Work.Article.Catalogue.Ledgers.SelectMany(ledger => ledger.Checks.Select(check => (ledger.Code, check.Code))));

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_row_that_breaks_a_check_comes_back_with_its_code(string code, string check)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var broken = ledger.Checks.Single(one => one.Code == check);
        var filled = new FilledSheet(ledger);
        foreach (var (column, cell) in broken.BrokenBy)
            filled.Change(1, column, cell);

        var sheet = office.Import(filled.Save(office.Folder)).Files.Single().Sheets.Single();

        var finding = Assert.Single(sheet.Findings, finding => finding.Code == check && finding.Cell.EndsWith('3'));
        Assert.Equal(broken.Severity, finding.Severity);
        Assert.Contains(broken.Message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(broken.Remedy, finding.Remedy);
        Assert.Equal(broken.Severity == Severity.Blocks ? (2, 1) : (3, 0), (sheet.Accepted, sheet.Rejected));
        Assert.Empty(office.Verify().Faults);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_required_column_that_is_missing_is_named(string code)
    {
        using var office = Installation.WithCaseUnits();
        var before = office.Count("posting");
        foreach (var missing in Required(Ledgers.Of(code)))
        {
            var filled = new FilledSheet(Ledgers.Of(code));
            Assert.True(filled.Columns.Remove(missing));

            var report = office.Import(new ImportOptions { LedgerCode = code }, filled.Save(office.Folder));

            var sheet = report.Files.Single().Sheets.Single();
            Assert.Contains(sheet.Findings, finding => finding.Severity == Severity.Blocks && (finding.Column == missing.Name || finding.Message.Contains($"“{missing.Name}”", StringComparison.Ordinal)));
            Assert.Equal(0, sheet.Accepted);
            Assert.NotEqual(0, report.ExitCode);
        }
        Assert.Equal(before, office.Count("posting"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_row_that_lacks_a_required_cell_comes_back_and_the_others_are_stored(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        foreach (var (turn, lacking) in Required(ledger).Index())
        {
            var report = office.Import(new FilledSheet(ledger).Change(1, lacking, null).Save(office.Folder));

            var sheet = report.Files.Single().Sheets.Single();
            Assert.Contains(sheet.Findings, finding => finding.Severity == Severity.Blocks && finding.Cell.EndsWith('3') && finding.Column == lacking.Name);
            // The good rows are stored the first time, and then are there.
            Assert.Equal(turn == 0 ? (2, 0, 1) : (0, 2, 1), (sheet.Accepted, sheet.Unchanged, sheet.Rejected));
            Assert.Equal(2, report.ExitCode);
            Assert.Equal([2, 4], office.Records(code).Where(record => record.Source.File == "填好.xlsx").Select(record => record.Source.RowNumber));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_corrected_cell_makes_a_second_version_and_the_past_stays_as_it_was_known(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        office.Import(new FilledSheet(ledger).Save(office.Folder));
        var (then, figures, records) = (DateTimeOffset.UtcNow, office.FiguresOf(Ledgers.Figures(ledger)), office.Records(code).Count);
        var (column, cell, posts) = Correction(ledger);

        var sheet = office.Import(new FilledSheet(ledger).Change(0, column, cell).Save(office.Folder, "更正.xlsx")).Files.Single().Sheets.Single();

        Assert.Equal((0, 2, 1, 0), (sheet.Accepted, sheet.Unchanged, sheet.Corrected, sheet.Rejected));
        Assert.Equal(records, office.Records(code).Count);
        var corrected = office.Records(code).Single(record => record.Source.File == "更正.xlsx");
        var partnership = office.All.Single(one => new Jiedui.Flow.Ledgers.LedgerBook(office.Connection, office.Database.Vault).Versions(ledger, new Jiedui.Flow.Ledgers.Reach(one.Id), corrected.Id).Any(version => version.Source.File == "更正.xlsx"));
        var versions = new Jiedui.Flow.Ledgers.LedgerBook(office.Connection, office.Database.Vault).Versions(ledger, new Jiedui.Flow.Ledgers.Reach(partnership.Id), corrected.Id);
        Assert.Equal(["更正.xlsx", "填好.xlsx"], versions.Select(version => version.Source.File));
        Assert.Equal(figures, office.FiguresOf(Ledgers.Figures(ledger), then));
        if (posts)
            Assert.NotEqual(figures, office.FiguresOf(Ledgers.Figures(ledger)));
        Assert.Empty(office.Verify().Faults);
    }

    private static IEnumerable<Column> Required(LedgerType ledger) => ledger.Columns.Where(column => column.IsRequired);

    /// <summary>Another amount where an amount is posted, else another remark.</summary>
    private static (Column Column, object Cell, bool Posts) Correction(LedgerType ledger)
    {
        var keys = ledger.Keys.SelectMany(key => key).ToHashSet();
        var amount = ledger.Posts.Where(rule => rule.Source is not null && !keys.Contains(rule.Source) && rule.Measure.Nature is Nature.Flow or Nature.Stock)
            .Select(rule => rule.Source).FirstOrDefault();
        return amount is not null ? (amount, 2048, amount == ledger.Posts.First(rule => rule.Source is not null).Source) : (ledger.Find("备注")!, "更正后的备注", false);
    }
}

using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

public class ImportingTests
{
    private const int Rows = 3;

    public static TheoryData<string> All => Ledgers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_typed_is_what_the_records_hold(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var before = office.Records(code).Count;

        var sheet = Sheet(office.Import(new FilledSheet(ledger).Save(office.Folder)));

        AssertAllAccepted(ledger, sheet);
        AssertHolds(office, ledger, before);
        Assert.Empty(office.Verify().Faults);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_file_twice_changes_nothing(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var file = new FilledSheet(ledger).Save(office.Folder);
        office.Import(file);
        var figures = office.FiguresOf(Ledgers.Figures(ledger));
        var postings = office.Count("posting");

        var sheet = Sheet(office.Import(file));

        Assert.Equal((0, Rows, 0, 0), (sheet.Accepted, sheet.Unchanged, sheet.Corrected, sheet.Rejected));
        Assert.Equal(figures, office.FiguresOf(Ledgers.Figures(ledger)));
        Assert.Equal(postings, office.Count("posting"));
        Assert.Empty(office.Verify().Faults);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Headers_may_be_written_as_any_alias(string code)
    {
        var ledger = Ledgers.Of(code);
        for (var turn = 0; turn < ledger.Columns.Max(column => column.Aliases.Count); turn++)
        {
            using var office = Installation.WithCaseUnits();
            var before = office.Records(code).Count;
            var sheet = Sheet(office.Import(new FilledSheet(ledger) { HeaderOf = column => Alias(column, turn) }.Save(office.Folder)));

            AssertAllAccepted(ledger, sheet);
            AssertHolds(office, ledger, before);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Columns_may_stand_in_any_order(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var before = office.Records(code).Count;
        var filled = new FilledSheet(ledger);
        filled.Columns.Reverse();

        var sheet = Sheet(office.Import(filled.Save(office.Folder)));

        AssertAllAccepted(ledger, sheet);
        AssertHolds(office, ledger, before);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_ledger_is_known_by_its_headers_alone(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        AssertAllAccepted(ledger, Sheet(office.Import(new FilledSheet(ledger) { SheetName = "Sheet1" }.Save(office.Folder))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_column_that_no_ledger_knows_is_kept_and_listed(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);

        var sheet = Sheet(office.Import(new FilledSheet(ledger) { UnknownHeader = "包抓领导意见" }.Save(office.Folder)));

        AssertAllAccepted(ledger, sheet);
        Assert.Contains(sheet.Findings, finding => finding.Column == "包抓领导意见" || finding.Message.Contains("包抓领导意见", StringComparison.Ordinal));
        Assert.Equal(["别的0", "别的1", "别的2"], office.Records(code).Where(record => record.Source.File == "填好.xlsx").Select(record => record.Row.Extras["包抓领导意见"]));
    }

    private static string Alias(Column column, int turn) => column.Aliases.Count == 0 ? column.Name : column.Aliases[turn % column.Aliases.Count];

    private static SheetReport Sheet(ImportReport report) => report.Files.Single().Sheets.Single();

    private static void AssertAllAccepted(LedgerType ledger, SheetReport sheet)
    {
        Assert.Equal(ledger.Code, sheet.Ledger?.Code);
        Assert.True(sheet is { Accepted: Rows, Rejected: 0 }, string.Join('\n', sheet.Findings.Select(finding => finding.ToString()).Prepend($"{sheet.Accepted} accepted, {sheet.Unchanged} unchanged, {sheet.Corrected} corrected")));
        Assert.Equal(1 + Rows, sheet.Rows);
    }

    private static void AssertHolds(Installation office, LedgerType ledger, int before)
    {
        var records = office.Records(ledger.Code);
        Assert.Equal(before + Rows, records.Count);
        var imported = records.Where(record => record.Source.File == "填好.xlsx").ToList();
        for (var row = 0; row < Rows; row++)
        {
            Assert.Equal(FilledSheet.NumberOf(row), imported[row].Source.RowNumber);
            Assert.Equal(
                ledger.Columns.Select(column => $"{column.Name}: {Sample.Of(ledger, column, row).Read}"),
                ledger.Columns.Select(column => $"{column.Name}: {Sample.Show(column, imported[row].Row[column])}"));
        }
    }
}

using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

/// <summary>What an import makes of a sheet of each ledger. How the sheet is read is <see cref="HeaderTests"/>.</summary>
public class ImportingTests
{
    public static TheoryData<string> All => Ledgers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_typed_is_what_the_records_hold(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var before = office.Records(code).Count;

        var sheet = Filled.Sheet(office.Import(new FilledSheet(ledger).Save(office.Folder)));

        Filled.AssertAccepted(ledger, sheet);
        Filled.AssertHeld(office, ledger, before);
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

        var sheet = Filled.Sheet(office.Import(file));

        Assert.Equal((0, FilledSheet.Rows, 0, 0), (sheet.Accepted, sheet.Unchanged, sheet.Corrected, sheet.Rejected));
        Assert.Equal(figures, office.FiguresOf(Ledgers.Figures(ledger)));
        Assert.Equal(postings, office.Count("posting"));
        Assert.Empty(office.Verify().Faults);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_column_that_no_ledger_knows_is_kept_and_listed(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);

        var sheet = Filled.Sheet(office.Import(new FilledSheet(ledger) { UnknownHeader = "包抓领导意见" }.Save(office.Folder)));

        Filled.AssertAccepted(ledger, sheet);
        Assert.Contains(sheet.Findings, finding => finding.Column == "包抓领导意见" || finding.Message.Contains("包抓领导意见", StringComparison.Ordinal));
        Assert.Equal(["别的0", "别的1", "别的2"], office.Records(code).Where(record => record.Source.File == "填好.xlsx").Select(record => record.Row.Extras["包抓领导意见"]));
    }
}

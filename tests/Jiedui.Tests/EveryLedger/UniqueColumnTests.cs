using Jiedui.Declaring;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

public class UniqueColumnTests
{
    public static TheoryData<string, string> Unique =>
        new(Jiedui.Work.Article.Catalogue.Ledgers.SelectMany(ledger => ledger.Unique.Select(column => (ledger.Code, column.Name))));

    [Theory]
    [MemberData(nameof(Unique))]
    public void What_only_one_record_may_have_is_refused_to_a_second(string code, string name)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var column = ledger.Find(name)!;
        var taken = Sample.Of(ledger, column, 0).Typed;

        // In one file, and again from another file.
        var sheet = office.Import(new FilledSheet(ledger).Change(1, column, taken).Save(office.Folder)).Files.Single().Sheets.Single();
        Assert.Equal((2, 1), (sheet.Accepted, sheet.Rejected));
        Assert.Contains(sheet.Findings, finding => finding.Severity == Severity.Blocks && finding.Column == name && finding.Cell.EndsWith('3'));

        var later = office.Import(new FilledSheet(ledger) { Columns = [.. ledger.Columns] }.Change(1, column, taken).Save(office.Folder, "再来.xlsx")).Files.Single().Sheets.Single();
        Assert.Equal((0, 2, 0, 1), (later.Accepted, later.Unchanged, later.Corrected, later.Rejected));
        Assert.Empty(office.Verify().Faults);
    }
}

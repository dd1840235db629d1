using Jiedui.Declaring;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

/// <summary>By what a sheet of each ledger is known, and its columns.</summary>
public class HeaderTests
{
    public static TheoryData<string> All => Ledgers.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Headers_may_be_written_as_any_alias(string code)
    {
        var ledger = Ledgers.Of(code);
        using var office = Installation.WithCaseUnits();
        var before = office.Records(code).Count;
        for (var turn = 0; turn < ledger.Columns.Max(column => column.Aliases.Count); turn++)
        {
            var sheet = Filled.Sheet(office.Import(new FilledSheet(ledger) { HeaderOf = column => Alias(column, turn) }.Save(office.Folder)));

            if (turn == 0)
                Filled.AssertAccepted(ledger, sheet);
            else
                Assert.Equal((ledger.Code, FilledSheet.Rows), (sheet.Ledger?.Code, sheet.Unchanged));
            Filled.AssertHeld(office, ledger, before);
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

        var sheet = Filled.Sheet(office.Import(filled.Save(office.Folder)));

        Filled.AssertAccepted(ledger, sheet);
        Filled.AssertHeld(office, ledger, before);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_ledger_is_known_by_its_headers_alone(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        Filled.AssertAccepted(ledger, Filled.Sheet(office.Import(new FilledSheet(ledger) { SheetName = "Sheet1" }.Save(office.Folder))));
    }

    private static string Alias(Column column, int turn) => column.Aliases.Count == 0 ? column.Name : column.Aliases[turn % column.Aliases.Count];
}

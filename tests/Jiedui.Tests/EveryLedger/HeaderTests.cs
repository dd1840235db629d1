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
        for (var turn = 0; turn < ledger.Columns.Max(column => column.Aliases.Count); turn++)
        {
            // Each in books of its own: into the same ones a column that is not known would be kept as it was.
            using var office = Installation.WithCaseUnits();
            AssertRead(office, ledger, new FilledSheet(ledger) { HeaderOf = column => Alias(column, turn) });
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Columns_may_stand_in_any_order(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        var filled = new FilledSheet(ledger);
        filled.Columns.Reverse();
        AssertRead(office, ledger, filled);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_ledger_is_known_by_its_headers_alone(string code)
    {
        using var office = Installation.WithCaseUnits();
        var ledger = Ledgers.Of(code);
        Filled.AssertAccepted(ledger, Filled.Sheet(office.Import(new FilledSheet(ledger) { SheetName = "Sheet1" }.Save(office.Folder))));
    }

    private static void AssertRead(Installation office, LedgerType ledger, FilledSheet filled)
    {
        var before = office.Records(ledger.Code).Count;

        var sheet = Filled.Sheet(office.Import(filled.Save(office.Folder)));

        Filled.AssertAccepted(ledger, sheet);
        Filled.AssertHeld(office, ledger, before);
    }

    private static string Alias(Column column, int turn) => column.Aliases.Count == 0 ? column.Name : column.Aliases[turn % column.Aliases.Count];
}

using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.EveryLedger;

/// <summary>What a <see cref="FilledSheet"/> has become by its import.</summary>
internal static class Filled
{
    public static SheetReport Sheet(ImportReport report) => report.Files.Single().Sheets.Single();

    public static void AssertAccepted(LedgerType ledger, SheetReport sheet)
    {
        Assert.Equal(ledger.Code, sheet.Ledger?.Code);
        Assert.True(sheet is { Accepted: FilledSheet.Rows, Rejected: 0 }, string.Join('\n', sheet.Findings.Select(finding => finding.ToString()).Prepend($"{sheet.Accepted} accepted, {sheet.Unchanged} unchanged, {sheet.Corrected} corrected")));
        Assert.Equal(1 + FilledSheet.Rows, sheet.Rows);
    }

    /// <summary>The ledger holds what was typed, beside the records that were there before.</summary>
    public static void AssertHeld(Installation office, LedgerType ledger, int before)
    {
        var records = office.Records(ledger.Code);
        Assert.Equal(before + FilledSheet.Rows, records.Count);
        var imported = records.Where(record => record.Source.File == "填好.xlsx").ToList();
        for (var row = 0; row < FilledSheet.Rows; row++)
        {
            Assert.Equal(FilledSheet.NumberOf(row), imported[row].Source.RowNumber);
            Assert.Equal(
                ledger.Columns.Select(column => $"{column.Name}: {Sample.Of(ledger, column, row).Read}"),
                ledger.Columns.Select(column => $"{column.Name}: {Sample.Show(column, imported[row].Row[column])}"));
        }
    }
}

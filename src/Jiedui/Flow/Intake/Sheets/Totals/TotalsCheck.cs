using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>
/// Holds subtotal and total rows against the rows that they sum up. A total may stand below its rows or, where it comes before any row, above them; a second
/// total may sum up what follows the first, or the whole sheet.
/// </summary>
internal sealed class TotalsCheck(LedgerType ledger, TotalCells cells)
{
    private readonly Tally all = new(ledger);

    /// <summary>Since the last total, and since the last total or subtotal; null as long as that is the whole sheet.</summary>
    private Tally? sinceTotal;
    private Tally? sinceAny;
    private (int Row, IReadOnlyList<RawCell> Cells)? totalAbove;
    private (int Row, IReadOnlyList<RawCell> Cells)? subtotalAbove;
    private bool standsAbove;

    public List<Finding> Findings { get; } = [];

    public void Add(ReadRow row)
    {
        all.Add(row);
        sinceTotal?.Add(row);
        sinceAny?.Add(row);
    }

    public void Subtotal(int row, IReadOnlyList<RawCell> filled)
    {
        standsAbove |= all.Rows == 0;
        if (standsAbove)
        {
            CloseSubtotalAbove();
            subtotalAbove = (row, [.. filled]);
        }
        else
        {
            Compare(row, filled, [sinceAny ?? all]);
        }
        sinceAny = new Tally(ledger);
    }

    public void Total(int row, IReadOnlyList<RawCell> filled)
    {
        if (all.Rows == 0)
        {
            totalAbove = (row, [.. filled]);
            return;
        }
        CloseSubtotalAbove();
        Compare(row, filled, sinceTotal is { Rows: > 0 } ? [sinceTotal, all] : [all]);
        sinceTotal = new Tally(ledger);
        sinceAny = new Tally(ledger);
    }

    public void Close()
    {
        CloseSubtotalAbove();
        if (totalAbove is var (row, filled))
            Compare(row, filled, [all]);
    }

    private void CloseSubtotalAbove()
    {
        if (subtotalAbove is var (row, filled))
            Compare(row, filled, [sinceAny ?? all]);
        subtotalAbove = null;
    }

    private void Compare(int row, IReadOnlyList<RawCell> filled, Tally[] scopes)
    {
        foreach (var cell in filled)
        {
            if (cells.Compare(row, cell, scopes) is { } finding)
                Findings.Add(finding);
        }
    }
}

using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>What a sheet's name and titles say of its ledger: the share of the pairs of letters of the ledger's name that stand in them.</summary>
internal sealed class LedgerHint(string sheetName, IEnumerable<RawRow> above)
{
    private readonly string words = HeaderText.Folded(sheetName + "\n" + string.Join('\n', above.SelectMany(row => row.Cells).Select(cell => cell.Text)));

    public double For(LedgerType ledger)
    {
        var name = ledger.Name;
        var (pairs, standing) = (0, 0);
        for (var i = 0; i + 1 < name.Length; i++)
        {
            pairs++;
            standing += words.Contains(name.Substring(i, 2), StringComparison.Ordinal) ? 1 : 0;
        }
        return pairs == 0 ? 0 : (double)standing / pairs;
    }
}

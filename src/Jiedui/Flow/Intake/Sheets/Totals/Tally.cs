using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>What the rows since some point add up to: of those read, and of the good ones among them.</summary>
internal sealed class Tally(LedgerType ledger)
{
    private readonly Sums[] read = new Sums[ledger.Columns.Length];
    private readonly Sums[] good = new Sums[ledger.Columns.Length];
    private readonly DistinctValues?[] distinct = new DistinctValues?[ledger.Columns.Length];

    public int Rows { get; private set; }

    public int GoodRows { get; private set; }

    public void Add(ReadRow row)
    {
        Rows++;
        var isGood = row.IsGood;
        GoodRows += isGood ? 1 : 0;
        for (var i = 0; i < ledger.Columns.Length; i++)
        {
            switch (row.Row[ledger.Columns[i]])
            {
                case null:
                    break;
                case Amount amount:
                    read[i].Add(amount);
                    if (isGood)
                        good[i].Add(amount);
                    break;
                case string text:
                    (distinct[i] ??= new DistinctValues()).Add(text, isGood);
                    break;
                case UnitRef unit:
                    (distinct[i] ??= new DistinctValues()).Add(unit.Id, isGood);
                    break;
            }
        }
    }

    public bool Agrees(Column column, Amount total) => read[column.Index].Agrees(total) || good[column.Index].Agrees(total);

    public Sums SumOf(Column column) => read[column.Index];

    /// <summary>Whether a count is that of the rows, or of the distinct values of some column.</summary>
    public bool Counts(decimal count)
    {
        if (count == Rows || count == GoodRows)
            return true;
        foreach (var values in distinct)
        {
            if (values is not null && values.Counts(count))
                return true;
        }
        return false;
    }

    /// <summary>Whether some column had more values than are kept, so that its number is not known.</summary>
    public bool IsIncomplete => Array.Exists(distinct, values => values is { IsFull: true });
}

using Jiedui.Declaring;

namespace Jiedui.Flow.Ledgers;

/// <summary>What a source tells of at all. What it does not tell of is kept as it was.</summary>
/// <param name="Columns">The ledger's columns.</param>
/// <param name="Headers">What else stands above its columns.</param>
public sealed record Told(IReadOnlyCollection<Column> Columns, IReadOnlyCollection<string> Headers)
{
    /// <summary>Takes over into a row what an earlier one said and the source does not tell of.</summary>
    public void Keep(Row earlier, Row row)
    {
        foreach (var column in row.Ledger.Columns.Where(column => !Columns.Contains(column)))
            row[column] = earlier[column];
        var kept = earlier.Extras.Where(extra => !Headers.Contains(extra.Key)).ToList();
        if (kept.Count > 0)
            row.Extras = row.Extras.Concat(kept).ToDictionary();
    }
}

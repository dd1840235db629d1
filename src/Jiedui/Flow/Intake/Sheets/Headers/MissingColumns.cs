using Jiedui.Declaring;

namespace Jiedui.Flow.Intake.Sheets.Headers;

/// <summary>Which columns a sheet would need to be a ledger's, in words.</summary>
internal static class MissingColumns
{
    public static IEnumerable<string> Of(LedgerType ledger, HashSet<Column> found)
    {
        foreach (var column in ledger.Columns.Where(column => column.IsRequired && !found.Contains(column)))
            yield return column.Name;
        foreach (var group in ledger.OneOf.Where(group => !group.Any(found.Contains)))
            yield return string.Join('或', group.Select(column => column.Name));
        if (ledger.Keys.Any(key => key.All(column => found.Contains(column) || column.IsRequired)))
            yield break;
        // Without a key no row could be told from another. What OneOf or a required column names already is not named twice.
        var keys = ledger.Keys.Select(key => string.Join('、', key.Where(column => !found.Contains(column)).Select(column => column.Name)));
        if (!ledger.OneOf.Any(group => !group.Any(found.Contains)))
            yield return string.Join('或', keys);
    }
}

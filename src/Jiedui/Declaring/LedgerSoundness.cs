namespace Jiedui.Declaring;

/// <summary>What a declaration must keep, whatever ledger it is of. All faults are named at once.</summary>
internal static class LedgerSoundness
{
    public static void Demand(LedgerType ledger)
    {
        var faults = FaultsOf(ledger).ToList();
        if (faults.Count > 0)
            throw new DeclarationException($"台账 {ledger.Code} 声明有误：{string.Join('；', faults)}");
    }

    private static IEnumerable<string> FaultsOf(LedgerType ledger)
    {
        foreach (var header in ledger.Columns.SelectMany(column => column.Aliases.Prepend(column.Name)).GroupBy(header => header).Where(group => group.Count() > 1))
            yield return $"表头“{header.Key}”用了两次";
        if (ledger.Keys.Length == 0)
            yield return "没有主键";
        foreach (var rule in ledger.Posts.Where(rule => rule.Measure.Nature is Nature.Flow or Nature.Floor && rule.DayOf is null && ledger.DatedBy.Length == 0))
            yield return $"没有日期列，{rule.Measure.Code} 不能按期累计，请声明为 Stock";
        // What a record adds is told by one of its postings then.
        foreach (var rule in ledger.Posts.Where(rule => rule.IsByNames && ledger.Posts.Count(other => other.Measure == rule.Measure) > 1))
            yield return $"{rule.Measure.Code} 按一个主体的几个名称入账，不能再有别的入账";
        foreach (var check in ledger.Checks.Where(check => check.BrokenBy.Count == 0))
            yield return $"校验 {check.Code} 没有能触发它的样例";
        foreach (var code in ledger.Checks.GroupBy(check => check.Code).Where(group => group.Count() > 1))
            yield return $"校验 {code.Key} 声明了两次";
    }
}

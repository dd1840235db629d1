using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Importing;

/// <summary>Of the rows of one sheet that claim the same key, or the same value of a column in which each is unique, the first is the one that is entered.</summary>
internal sealed class FirstClaims
{
    private readonly Dictionary<UInt128, UInt128> contents = [];
    private readonly Dictionary<(Column Column, object Value), UInt128> holders = [];

    /// <summary>Whether no earlier row contradicts this one.</summary>
    public bool Allow(Row row, RowPrint print)
    {
        var isFirst = contents.TryAdd(print.Key, print.Content) || contents[print.Key] == print.Content;
        foreach (var column in row.Ledger.Unique.Where(row.Has))
            isFirst &= holders.TryAdd((column, row[column]!), print.Key) || holders[(column, row[column]!)] == print.Key;
        return isFirst;
    }
}

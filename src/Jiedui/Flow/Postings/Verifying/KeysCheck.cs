using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Checks that each current record is found by its key, and that no key leads elsewhere: a row that comes again would be entered once more.</summary>
internal static class KeysCheck
{
    /// <returns>Every difference, in Chinese.</returns>
    public static IEnumerable<string> Run(DbConnection connection, DbTransaction transaction, Partnership partnership, LedgerType ledger)
    {
        var table = new LedgerTable(ledger);
        return connection.Query<(long Record, string What)>(
            $"""
            SELECT t.record, '按关键列查不到这条现行记录' AS what FROM {table.Name} t WHERE t.partnership = @Id AND t.superseded IS NULL
                AND NOT EXISTS (SELECT 1 FROM {table.KeyName} k WHERE k.partnership = t.partnership AND k.key = t.key AND k.record = t.record AND k.content = t.content)
            UNION ALL
            SELECT k.record, '关键列登记指向它，它却不是现行记录' FROM {table.KeyName} k WHERE k.partnership = @Id
                AND NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE t.partnership = k.partnership AND t.record = k.record AND t.superseded IS NULL AND t.key = k.key)
            ORDER BY 1
            """,
            new { partnership.Id }, transaction)
            .Select(fault => string.Create(CultureInfo.InvariantCulture, $"{partnership.Name} {ledger.Name}第 {fault.Record} 条：{fault.What}。"));
    }
}

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
        return Told(
            $"""
            SELECT t.record FROM {table.Name} t WHERE t.partnership = @Id AND t.superseded IS NULL
                AND NOT EXISTS (SELECT 1 FROM {table.KeyName} k WHERE k.partnership = t.partnership AND k.key = t.key AND k.record = t.record AND k.content = t.content)
            ORDER BY t.record
            """,
            "按关键列查不到这条现行记录").Concat(Told(
            $"""
            SELECT k.record FROM {table.KeyName} k WHERE k.partnership = @Id
                AND NOT EXISTS (SELECT 1 FROM {table.Name} t WHERE t.partnership = k.partnership AND t.record = k.record AND t.superseded IS NULL AND t.key = k.key)
            ORDER BY k.record
            """,
            "关键列登记指向它，它却不是现行记录"));

        IEnumerable<string> Told(string sql, string what) => connection.Query<long>(sql, new { partnership.Id }, transaction)
            .Select(record => string.Create(CultureInfo.InvariantCulture, $"{partnership.Name} {ledger.Name}第 {record} 条：{what}。"));
    }
}

using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;

namespace Jiedui.Storage;

/// <summary>Seals again, with the newest key, what older keys sealed. A few hundred versions at a time, so that others read and write in between.</summary>
public sealed class Resealing(Database database, IReadOnlyList<LedgerType> ledgers)
{
    private const int AtOnce = 500;

    /// <summary>How many versions each key seals.</summary>
    public IReadOnlyDictionary<int, long> ByKey()
    {
        using var connection = database.Connect();
        var counts = new SortedDictionary<int, long>();
        foreach (var table in ledgers.Select(ledger => new LedgerTable(ledger)))
        {
            foreach (var (name, versions) in connection.Query<(byte[] Name, long Versions)>($"SELECT substr(sealed, 1, 4), count(*) FROM {table.Name} WHERE sealed IS NOT NULL GROUP BY 1"))
                counts[Vault.KeyOf(name)] = counts.GetValueOrDefault(Vault.KeyOf(name)) + versions;
        }
        return counts;
    }

    /// <summary>Goes through all that is sealed in the ledgers.</summary>
    /// <returns>How many versions were sealed again.</returns>
    public long Run()
    {
        using var connection = database.Connect();
        var all = 0L;
        foreach (var table in ledgers.Select(ledger => new LedgerTable(ledger)))
        {
            for ((long, long, int)? reached = (0, 0, 0); reached is { } last;)
                reached = Some(connection, table, last, ref all);
        }
        return all;
    }

    /// <returns>The last version looked at; null at the end.</returns>
    private (long, long, int)? Some(DbConnection connection, LedgerTable table, (long Partnership, long Record, int Version) after, ref long resealed)
    {
        using var transaction = Database.BeginWriting(connection);
        var some = connection.Query<(long Partnership, long Record, int Version, byte[] Key, byte[] Content, byte[]? Box)>(
            $"""
            SELECT partnership, record, version, key, content, sealed FROM {table.Name} WHERE (partnership, record, version) > (@Partnership, @Record, @Version)
            ORDER BY partnership, record, version LIMIT @AtOnce
            """,
            new { after.Partnership, after.Record, after.Version, AtOnce }, transaction).ToList();
        foreach (var (partnership, record, version, key, content, box) in some)
        {
            if (box is null || Vault.KeyOf(box) == database.Vault.NewestKey)
                continue;
            var name = new BoxName(table.Ledger.Code, partnership, KeyedHash.FromStored(key), KeyedHash.FromStored(content));
            var about = new byte[name.Length];
            name.Write(about);
            connection.Execute(
                $"UPDATE {table.Name} SET sealed = @again WHERE partnership = @partnership AND record = @record AND version = @version",
                new { again = database.Vault.Seal(database.Vault.Open(box, about), about), partnership, record, version }, transaction);
            resealed++;
        }
        transaction.Commit();
        return some.Count == 0 ? null : (some[^1].Partnership, some[^1].Record, some[^1].Version);
    }
}

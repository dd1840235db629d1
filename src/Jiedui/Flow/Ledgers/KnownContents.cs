using System.Data.Common;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>What is stored under the keys of some rows that come next, asked for many at a time: one statement for a hundred rows, not one for each.</summary>
internal sealed class KnownContents : IDisposable
{
    private const int AskedAtOnce = 128;

    private readonly Dictionary<UInt128, (bool IsThere, UInt128 Content)> contents = [];
    private readonly DbCommand ask;

    public KnownContents(DbConnection connection, DbTransaction transaction, LedgerTable table, long partnership)
    {
        // A planner without statistics goes through the whole partnership where it may: CROSS JOIN says from where to where to go.
        var places = string.Join(", ", Enumerable.Range(2, AskedAtOnce).Select(place => $"(${place})"));
        ask = connection.Prepared(
            transaction,
            $"""
            WITH asked(key) AS (VALUES {places})
            SELECT t.key, t.content FROM asked CROSS JOIN {table.Name} t WHERE t.partnership = $1 AND t.key = asked.key AND t.superseded IS NULL
            """,
            AskedAtOnce + 1);
        ask.Parameters[0].Value = partnership;
    }

    /// <summary>Asks for these keys, and forgets those before.</summary>
    public void Ask(IReadOnlyCollection<UInt128> keys)
    {
        contents.Clear();
        foreach (var some in keys.Chunk(AskedAtOnce))
        {
            foreach (var key in some)
                contents[key] = (false, default);
            // The last places of the last question ask for its last key again.
            for (var at = 0; at < AskedAtOnce; at++)
                ask.Parameters[at + 1].Value = KeyedHash.Stored(some[Math.Min(at, some.Length - 1)]);
            using var reader = ask.ExecuteReader();
            while (reader.Read())
                contents[KeyedHash.FromStored((byte[])reader.GetValue(0))] = (true, KeyedHash.FromStored((byte[])reader.GetValue(1)));
        }
    }

    /// <summary>Whether a current version of this key is there, and the print of what it says; null where it was not asked for.</summary>
    public (bool IsThere, UInt128 Content)? Of(UInt128 key) => contents.TryGetValue(key, out var known) ? known : null;

    /// <summary>What was learned of a key holds no more.</summary>
    public void Forget(UInt128 key) => contents.Remove(key);

    public void Dispose() => ask.Dispose();
}

using System.Data.Common;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>Something of the current versions of some keys, asked for many at a time: one statement for a hundred rows, not one for each.</summary>
internal sealed class ByKey<T> : IDisposable
{
    private const int AskedAtOnce = 128;

    /// <summary>In the last places of the last question.</summary>
    private static readonly byte[] NoKey = [];

    private readonly Func<DbDataReader, T> read;
    private readonly DbCommand ask;

    /// <param name="fields">What is asked for, of the keys' table as <c>k</c>, and where there are more tables, of those.</param>
    /// <param name="tables">The keys' table, and behind it others.</param>
    /// <param name="read">Reads it from a row.</param>
    public ByKey(DbConnection connection, DbTransaction transaction, long partnership, string fields, string tables, Func<DbDataReader, T> read)
    {
        this.read = read;
        // A planner without statistics goes through the whole partnership where it may: CROSS JOIN says from where to where to go.
        var places = string.Join(", ", Enumerable.Range(2, AskedAtOnce).Select(place => $"(${place})"));
        ask = connection.Prepared(
            transaction,
            $"""
            WITH asked(key) AS (VALUES {places})
            SELECT {fields} FROM asked CROSS JOIN {tables} WHERE k.partnership = $1 AND k.key = asked.key
            """,
            AskedAtOnce + 1);
        ask.Parameters[0].Value = partnership;
    }

    /// <summary>What there is of these keys.</summary>
    public IEnumerable<T> Of(IEnumerable<UInt128> keys)
    {
        foreach (var some in keys.Chunk(AskedAtOnce))
        {
            for (var at = 0; at < AskedAtOnce; at++)
                ask.Parameters[at + 1].Value = at < some.Length ? KeyedHash.Stored(some[at]) : NoKey;
            using var reader = ask.ExecuteReader();
            while (reader.Read())
                yield return read(reader);
        }
    }

    public void Dispose() => ask.Dispose();
}

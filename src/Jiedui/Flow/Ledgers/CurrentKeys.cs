using System.Buffers.Binary;
using System.Data.Common;
using System.Runtime.InteropServices;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>Keeps the keys of a ledger's current records: they are gathered, and written in the order in which they lie, so that neighbours go to one page.</summary>
internal sealed class CurrentKeys : IDisposable
{
    private const int MostGathered = 1 << 16;

    private readonly long partnership;
    private readonly BulkInsert add;
    private readonly BulkInsert change;
    private readonly DbCommand remove;
    private readonly List<Known> added = [];
    private readonly List<Known> changed = [];

    /// <summary>Of what is gathered, when somebody has asked for any of it.</summary>
    private HashSet<UInt128>? asked;
    private bool isOnItsWay;

    public CurrentKeys(DbConnection connection, DbTransaction transaction, LedgerTable table, long partnership)
    {
        this.partnership = partnership;
        add = table.InsertKeys(connection);
        change = table.InsertKeys(connection, "ON CONFLICT (partnership, key) DO UPDATE SET content = excluded.content");
        remove = connection.Prepared(transaction, $"DELETE FROM {table.KeyName} WHERE partnership = $1 AND key = $2", 2);
        remove.Parameters[0].Value = partnership;
    }

    /// <summary>A record that is known by a key by which none was.</summary>
    public void Add(StoredRecord version) => Gather(added, version);

    /// <summary>A record of the same key that says something else now.</summary>
    public void Change(StoredRecord version) => Gather(changed, version);

    /// <summary>A record that is not known by its key any more. Of those that the table tells of.</summary>
    public void Remove(StoredRecord version)
    {
        remove.Parameters[1].Value = KeyedHash.Stored(version.Key);
        remove.ExecuteNonQuery();
    }

    /// <summary>Whether the table, asked now, might not tell of a key.</summary>
    public bool MayMiss(UInt128 key)
    {
        asked ??= [.. added.Concat(changed).Select(gathered => gathered.Key)];
        return isOnItsWay || asked.Contains(key);
    }

    /// <summary>From now on the table tells of all of them.</summary>
    public void Finish()
    {
        Write();
        add.Flush();
        change.Flush();
        isOnItsWay = false;
    }

    public void Dispose()
    {
        add.Dispose();
        change.Dispose();
        remove.Dispose();
    }

    private void Gather(List<Known> gathered, StoredRecord version)
    {
        gathered.Add(new Known(version.Key, version.Record, version.Content));
        asked?.Add(version.Key);
        if (gathered.Count == MostGathered)
            Write();
    }

    private void Write()
    {
        isOnItsWay |= added.Count + changed.Count > 0;
        Write(added, add);
        Write(changed, change);
        asked = null;
    }

    /// <summary>The order of their first bytes is that of nearly all of them.</summary>
    private void Write(List<Known> gathered, BulkInsert insert)
    {
        var beginnings = new ulong[gathered.Count];
        var order = new int[gathered.Count];
        for (var at = 0; at < order.Length; at++)
            (beginnings[at], order[at]) = (BinaryPrimitives.ReverseEndianness((ulong)(gathered[at].Key & ulong.MaxValue)), at);
        Array.Sort(beginnings, order);
        var keys = CollectionsMarshal.AsSpan(gathered);
        foreach (var at in order)
        {
            ref readonly var one = ref keys[at];
            insert.Add(partnership).Add(one.Key).Add(one.Record).Add(one.Content).End();
        }
        gathered.Clear();
    }

    private readonly record struct Known(UInt128 Key, long Record, UInt128 Content);
}

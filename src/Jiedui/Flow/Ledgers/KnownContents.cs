using System.Data.Common;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>What is stored under the keys of some rows that come next: of all of them what they say, as a print; of those that say something else, the version, where they are not few.</summary>
internal sealed class KnownContents(DbConnection connection, DbTransaction transaction, LedgerTable table, long partnership, Func<DbDataReader, StoredRecord> read) : IDisposable
{
    /// <summary>To ask for a hundred takes as long as to ask for so many one by one.</summary>
    private const int Few = 8;

    private readonly Dictionary<UInt128, UInt128?> contents = [];
    private readonly Dictionary<UInt128, StoredRecord> corrected = [];

    private readonly ByKey<(UInt128 Key, UInt128 Content)> prints = new(
        connection, transaction, partnership, "k.key, k.content", $"{table.KeyName} k",
        row => (KeyedHash.FromStored((byte[])row.GetValue(0)), KeyedHash.FromStored((byte[])row.GetValue(1))));

    private readonly ByKey<StoredRecord> versions = new(connection, transaction, partnership, table.ReadFields, table.RecordsByKeySql, read);

    /// <summary>Asks for what these rows say, and forgets those before.</summary>
    /// <returns>The versions that say something else; none where they are few.</returns>
    public IReadOnlyCollection<StoredRecord> Ask(IReadOnlyCollection<RowPrint> rows)
    {
        contents.Clear();
        corrected.Clear();
        foreach (var row in rows)
            contents[row.Key] = null;
        foreach (var (key, content) in prints.Of(contents.Keys.ToList()))
            contents[key] = content;
        var others = rows.Where(row => contents[row.Key] is { } content && content != row.Content).Select(row => row.Key).Distinct().ToList();
        if (others.Count <= Few)
            return [];
        foreach (var version in versions.Of(others))
            corrected[version.Key] = version;
        return corrected.Values;
    }

    /// <summary>Whether a current version of this key is there, and the print of what it says; null where it was not asked for.</summary>
    public (bool IsThere, UInt128 Content)? Of(UInt128 key) => contents.TryGetValue(key, out var known) ? (known is not null, known.GetValueOrDefault()) : null;

    /// <summary>The version of a key, where it was asked for.</summary>
    public StoredRecord? Version(UInt128 key) => corrected.GetValueOrDefault(key);

    /// <summary>What was learned of a key holds no more.</summary>
    public void Forget(UInt128 key)
    {
        contents.Remove(key);
        corrected.Remove(key);
    }

    public void Dispose()
    {
        prints.Dispose();
        versions.Dispose();
    }
}

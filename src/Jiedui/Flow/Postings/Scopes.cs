using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>
/// For whom a set of units counts: each unit that it holds, all that stand above them, and the whole partnership. What is kept by unit is kept for each of these,
/// so that a figure of a town needs no look at its villages.
/// </summary>
internal sealed class Scopes(DbConnection connection, DbTransaction transaction, long partnership)
{
    /// <summary>The whole partnership, in place of a unit.</summary>
    public const long Whole = 0;

    private readonly Dictionary<long, long[]> known = connection
        .Query<(long Parties, long Unit)>("SELECT parties, unit FROM parties_scope WHERE partnership = @partnership", new { partnership }, transaction)
        .GroupBy(row => row.Parties, row => row.Unit).ToDictionary(set => set.Key, set => set.Order().ToArray());

    private readonly List<long> added = [];
    private UnitRegistry? registry;
    private Dictionary<long, string>? texts;

    public long[] Of(long parties)
    {
        if (known.TryGetValue(parties, out var units))
            return units;
        added.Add(parties);
        return known[parties] = Reckoned(parties);
    }

    /// <summary>The units of a set as they are stored; null where none are.</summary>
    public long[]? Stored(long parties) => known.GetValueOrDefault(parties);

    /// <summary>Stores what became known since the last time. Units that are registered from now on are looked for anew.</summary>
    public void Store()
    {
        added.Sort();
        Write(added);
        added.Clear();
        (registry, texts) = (null, null);
    }

    /// <summary>Looks again, since units may have been put below others.</summary>
    /// <returns>Whether a set counts for others than before.</returns>
    public bool Renew()
    {
        (registry, texts) = (null, null);
        var changed = false;
        foreach (var (parties, units) in known.ToList())
        {
            var now = Reckoned(parties);
            if (now.AsSpan().SequenceEqual(units))
                continue;
            known[parties] = now;
            changed = true;
        }
        if (changed)
        {
            connection.Execute("DELETE FROM parties_scope WHERE partnership = @partnership", new { partnership }, transaction);
            Write(known.Keys.Order());
        }
        return changed;
    }

    /// <summary>The units of a set as it is stored, all above them and the whole, in order.</summary>
    public static long[] Of(string text, UnitRegistry registry)
    {
        var found = new SortedSet<long> { Whole };
        foreach (var named in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            long? next = long.Parse(named, CultureInfo.InvariantCulture);
            while (next is { } unit && found.Add(unit))
                next = registry.Find(unit)?.Parent;
        }
        return [.. found];
    }

    private long[] Reckoned(long parties)
    {
        registry ??= UnitRegistry.Load(connection, partnership, transaction);
        texts ??= Texts();
        if (parties != PartySets.None && !texts.ContainsKey(parties))
            texts = Texts();
        return Of(texts.GetValueOrDefault(parties, ""), registry);
    }

    private Dictionary<long, string> Texts() => connection
        .Query<(long Id, string Units)>("SELECT id, units FROM parties WHERE partnership = @partnership", new { partnership }, transaction)
        .ToDictionary(set => set.Id, set => set.Units);

    private void Write(IEnumerable<long> sets)
    {
        using var insert = BulkInsert.Into(connection, "parties_scope", ["partnership", "parties", "unit"]);
        foreach (var parties in sets)
        {
            foreach (var unit in known[parties])
                insert.Add(partnership).Add(parties).Add(unit).End();
        }
        insert.Flush();
    }
}

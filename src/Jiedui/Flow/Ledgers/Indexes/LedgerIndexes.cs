using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>
/// The ledgers that are looked at, held in memory as far as they are filtered and sorted by, so that any page of a million records is found without reading
/// them. The database is asked at each question whether anything was done since, by this process or another; then what has changed is taken over. Who may see
/// what is part of each question. For any number of threads.
/// </summary>
/// <param name="clock">By which an index grows old; without it, the system's.</param>
public sealed class LedgerIndexes(TimeProvider? clock = null)
{
    /// <summary>The longest unused go when all take more than this.</summary>
    private const long MostBytes = 256L << 20;

    /// <summary>What nobody has looked at for so long goes, too.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<(LedgerType Ledger, long Partnership), Place> places = [];
    private readonly ConcurrentDictionary<long, (Seen Seen, UnitRegistry Units)> units = [];

    /// <summary>A partnership's units, for reading.</summary>
    public UnitRegistry UnitsOf(DbConnection connection, long partnership) => UnitsOf(connection, partnership, Seen.Now(connection), null);

    /// <summary>The numbers of the records of a query's page in their order, and how many there are in all.</summary>
    public (IReadOnlyList<long> Records, long Total) Page(DbConnection connection, LedgerType ledger, RecordQuery query, KeyedHash prints)
    {
        var filter = new RecordFilter(ledger, query, prints);
        var index = Of(connection, ledger, query.Reach.Partnership, filter.Fields);
        var selection = Select(connection, index, filter, query.Reach);
        return (index.Page(selection, filter.Order, filter.IsDescending, query.Offset, query.Limit), selection.Count);
    }

    /// <summary>How many of the records that a query means stand how between the sides; only those that are in another reach, too.</summary>
    public IReadOnlyList<(Standing Giver, Standing Receiver, long Records)> Standings(DbConnection connection, LedgerType ledger, RecordQuery query, KeyedHash prints, Reach within)
    {
        var filter = new RecordFilter(ledger, query, prints);
        var index = Of(connection, ledger, query.Reach.Partnership, filter.Fields);
        return [.. index.Standings(Select(connection, index, filter, query.Reach, within))];
    }

    /// <summary>Lets go of what was not looked at for a while.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Forget()
    {
        var old = places.Where(place => clock.GetElapsedTime(place.Value.LastUse) > Unused).ToList();
        old.ForEach(place => places.TryRemove(place));
        return old.Count > 0;
    }

    private Selection Select(DbConnection connection, LedgerIndex index, RecordFilter filter, params Reach[] reaches)
    {
        var tops = reaches.Where(reach => reach.Unit is not null).Distinct().ToList();
        return index.Select($"{string.Join(',', tops.Select(reach => reach.Unit))}\u001f{filter.Asked}", () => filter.In(index, PartiesOf(connection, tops)));
    }

    private HashSet<long>? PartiesOf(DbConnection connection, List<Reach> reaches)
    {
        HashSet<long>? parties = null;
        foreach (var reach in reaches)
        {
            var within = connection.Query<long>(
                $"SELECT p.id FROM parties p WHERE p.partnership = @Partnership AND {reach.Condition("p.id", UnitsOf(connection, reach.Partnership))}", new { reach.Partnership });
            if (parties is null)
                parties = [.. within];
            else
                parties.IntersectWith(within);
        }
        return parties;
    }

    private LedgerIndex Of(DbConnection connection, LedgerType ledger, long partnership, IReadOnlyCollection<IndexedField> fields)
    {
        var place = places.GetOrAdd((ledger, partnership), _ => new Place { LastUse = clock.GetTimestamp() });
        place.LastUse = clock.GetTimestamp();
        if (place.Index is { } known && known.Has(fields) && known.Seen == Seen.Now(connection))
            return known;
        lock (place)
        {
            using var transaction = Database.BeginReading(connection);
            var now = Seen.Now(connection, transaction);
            var loading = new IndexLoading(connection, transaction, ledger, partnership, UnitsOf(connection, partnership, now, transaction));
            var index = place.Index is not { } before ? null : before.Seen == now ? before : loading.After(before, now);
            place.Index = index is null ? loading.Load(now, fields) : index.Has(fields) ? index : loading.More(index, fields);
        }
        Shrink(place);
        return place.Index;
    }

    private UnitRegistry UnitsOf(DbConnection connection, long partnership, Seen now, DbTransaction? transaction)
    {
        if (!units.TryGetValue(partnership, out var known) || known.Seen != now)
            units[partnership] = known = (now, UnitRegistry.Load(connection, partnership, transaction));
        return known.Units;
    }

    private void Shrink(Place used)
    {
        var all = places.Sum(place => place.Value.Index?.Bytes ?? 0);
        foreach (var oldest in places.Where(place => place.Value != used).OrderBy(place => place.Value.LastUse))
        {
            if (all <= MostBytes)
                return;
            all -= oldest.Value.Index?.Bytes ?? 0;
            places.TryRemove(oldest);
        }
    }

    private sealed class Place
    {
        public LedgerIndex? Index { get; set; }

        public long LastUse { get; set; }
    }
}

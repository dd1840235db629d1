using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// The units of one partnership, held in memory while ledgers are read. A unit that is only announced or proposed is stored when a good row names it.
/// </summary>
public sealed class UnitRegistry
{
    public const string NewOrganisationKind = "机构";

    /// <summary>Asked by the thread that writes while the one that reads ahead adds to it.</summary>
    private readonly ConcurrentDictionary<long, RegisteredUnit> units = [];
    private readonly Dictionary<string, List<RegisteredUnit>> byName = [];
    private readonly Dictionary<string, List<RegisteredUnit>> byCode = [];
    private readonly Dictionary<long, List<long>> children = [];
    private readonly HashSet<long> stored = [];
    private readonly long partnership;
    private long lastId;

    private UnitRegistry(long partnership) => this.partnership = partnership;

    public IEnumerable<RegisteredUnit> All => units.Values.OrderBy(unit => unit.Id);

    public static UnitRegistry Load(DbConnection connection, long partnership, DbTransaction? transaction = null)
    {
        var registry = new UnitRegistry(partnership);
        var units = connection.Query<(long Id, string Name, string Kind, string? Code, long? Parent, string Side)>(
            "SELECT id, name, kind, code, parent, side FROM unit WHERE partnership = @partnership ORDER BY id", new { partnership }, transaction);
        foreach (var unit in units)
        {
            registry.Put(new RegisteredUnit(unit.Id, unit.Name, unit.Kind, unit.Code, unit.Parent, SideOf(unit.Side)));
            registry.stored.Add(unit.Id);
        }
        return registry;
    }

    public RegisteredUnit? Find(long id) => units.GetValueOrDefault(id);

    public UnitRef RefOf(long id) => units.TryGetValue(id, out var unit) ? unit.Ref : new UnitRef(id, "？");

    /// <summary>All units of this name, whatever stands above them.</summary>
    public IReadOnlyList<RegisteredUnit> Named(string name) => byName.GetValueOrDefault(name) ?? (IReadOnlyList<RegisteredUnit>)[];

    /// <summary>All units of this code.</summary>
    public IReadOnlyList<RegisteredUnit> Coded(string code) => byCode.GetValueOrDefault(code) ?? (IReadOnlyList<RegisteredUnit>)[];

    public IReadOnlyList<RegisteredUnit> Children(long id) => children.TryGetValue(id, out var below) ? [.. below.Select(child => units[child])] : [];

    /// <summary>The unit and all below it.</summary>
    public IReadOnlySet<long> WithAllBelow(long id)
    {
        var found = new HashSet<long> { id };
        var open = new Stack<long>(found);
        while (open.TryPop(out var next))
        {
            foreach (var child in children.GetValueOrDefault(next) ?? [])
            {
                if (found.Add(child))
                    open.Push(child);
            }
        }
        return found;
    }

    /// <summary>All that stand above a unit, the nearest first.</summary>
    public IEnumerable<long> AllAbove(long id)
    {
        for (var at = units.GetValueOrDefault(id); at?.Parent is { } parent; at = units.GetValueOrDefault(parent))
            yield return parent;
    }

    public bool IsBelow(long id, long ancestor)
    {
        for (var at = units.GetValueOrDefault(id); at?.Parent is { } parent; at = units.GetValueOrDefault(parent))
        {
            if (parent == ancestor)
                return true;
        }
        return false;
    }

    /// <summary>Whether a unit is another, or below it.</summary>
    public bool IsWithin(long id, long top) => id == top || IsBelow(id, top);

    /// <summary>丹凤县/棣花镇/茶房社区.</summary>
    public string PathOf(RegisteredUnit unit)
    {
        var path = unit.Name;
        for (var at = unit; at.Parent is { } parent && units.TryGetValue(parent, out at!);)
            path = at.Name + "/" + path;
        return path;
    }

    /// <summary>The organisation of this name: the one that is registered, or a new one that is stored when a good row names it.</summary>
    public UnitRef FindOrPropose(string name) =>
        Named(name) is [var known, ..] ? known.Ref : Put(new RegisteredUnit(++lastId, name, NewOrganisationKind, null, null, null)).Ref;

    /// <summary>Makes a unit known in memory, or changes what is known of it; the same name below the same parent is the same unit.</summary>
    public RegisteredUnit Announce(string name, string kind, string? code, long? parent, Side? side)
    {
        // An organisation that a ledger named before the registry did has no parent yet: it is the same one.
        var known = Named(name).FirstOrDefault(unit => unit.Parent == parent) ?? Named(name).FirstOrDefault(unit => unit is { Parent: null, Kind: NewOrganisationKind });
        if (known is null)
            return Put(new RegisteredUnit(++lastId, name, kind, code, parent, side));
        var changed = known with { Kind = kind, Code = code ?? known.Code, Parent = parent, Side = side ?? known.Side };
        if (changed != known)
        {
            Remove(known);
            stored.Remove(known.Id);
            Put(changed);
        }
        return changed;
    }

    /// <summary>Stores a unit that is not stored yet.</summary>
    /// <returns>True where it was new or changed.</returns>
    public bool Store(long id, DbConnection connection, DbTransaction transaction, long batch)
    {
        if (!stored.Add(id))
            return false;
        var unit = units[id];
        connection.Execute(
            """
            INSERT INTO unit (partnership, id, name, kind, code, parent, side, batch) VALUES (@partnership, @Id, @Name, @Kind, @Code, @Parent, @side, @batch)
            ON CONFLICT (partnership, id) DO UPDATE SET kind = excluded.kind, code = excluded.code, parent = excluded.parent, side = excluded.side
            """,
            new { partnership, unit.Id, unit.Name, unit.Kind, unit.Code, unit.Parent, side = unit.Side?.ToString() ?? "", batch }, transaction);
        return true;
    }

    private static Side? SideOf(string text) => Enum.TryParse<Side>(text, out var side) ? side : null;

    private RegisteredUnit Put(RegisteredUnit unit)
    {
        units[unit.Id] = unit;
        lastId = Math.Max(lastId, unit.Id);
        ListOf(byName, unit.Name).Add(unit);
        if (unit.Code is { } code)
            ListOf(byCode, code).Add(unit);
        if (unit.Parent is { } parent)
            ListOf(children, parent).Add(unit.Id);
        return unit;
    }

    private void Remove(RegisteredUnit unit)
    {
        byName[unit.Name].Remove(unit);
        if (unit.Code is { } code)
            byCode[code].Remove(unit);
        if (unit.Parent is { } parent)
            children[parent].Remove(unit.Id);
    }

    private static List<TItem> ListOf<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}

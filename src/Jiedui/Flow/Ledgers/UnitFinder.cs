using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Flow.Intake.Cells;
using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>Finds the unit that a text names: by name, by code, or by path (棣花镇茶房社区). Never takes a near miss.</summary>
/// <param name="told">The only units that it may tell of; null for all.</param>
public sealed class UnitFinder(UnitRegistry registry, IReadOnlySet<long>? told = null)
{
    private static readonly char[] Separators = ['/', '／', '>', '-', '—', ' ', '\u3000', '·'];

    /// <summary>As <see cref="UnitLookup"/> asks for it.</summary>
    public UnitMatch Find(string text, IReadOnlyList<UnitRef> context)
    {
        var found = Told(registry.Named(text));
        if (found.Count == 0)
            found = Told(registry.Coded(text));
        if (found.Count == 0)
            found = Told(ByPath(text));
        if (found.Count > 1)
            found = NearTo(context, found);
        return found is [var one] ? new UnitMatch(one.Ref, []) : new UnitMatch(null, found.Count > 1 ? [.. found.Take(3).Select(registry.PathOf)] : Nearest(text));
    }

    /// <summary>A text by which it finds this unit and no other: its name, or, where others share it, the shortest path.</summary>
    public string TextOf(UnitRef unit)
    {
        if (registry.Find(unit.Id) is not { } registered || Finds(unit.Name, unit))
            return unit.Name;
        return registry.AllAbove(unit.Id).Select(above => $"{registry.RefOf(above).Name}/{unit.Name}").FirstOrDefault(path => Finds(path, unit)) ?? registry.PathOf(registered);
    }

    /// <summary>Tells of the units within a reach, those above them, and those that stand beside them in a record.</summary>
    public static UnitFinder Within(Reach reach, UnitRegistry registry, DbConnection connection)
    {
        if (reach.Unit is not { } top)
            return new UnitFinder(registry);
        var told = registry.WithAllBelow(top).ToHashSet();
        var sets = connection.Query<string>(
            $"SELECT units FROM parties WHERE partnership = @Partnership AND {reach.Condition("id", registry)}", new { reach.Partnership });
        told.UnionWith(sets.SelectMany(set => set.Split(' ')).Select(id => long.Parse(id, CultureInfo.InvariantCulture)));
        told.UnionWith(registry.AllAbove(top));
        return new UnitFinder(registry, told);
    }

    /// <summary>The units that it may tell of, and those that their paths name.</summary>
    public IEnumerable<RegisteredUnit> ToldWithPaths()
    {
        if (told is null)
            return registry.All;
        var named = told.Concat(told.SelectMany(registry.AllAbove)).ToHashSet();
        return registry.All.Where(unit => named.Contains(unit.Id));
    }

    private bool Finds(string text, UnitRef unit) => Find(text, []).Unit?.Id == unit.Id;

    private IReadOnlyList<RegisteredUnit> Told(IReadOnlyList<RegisteredUnit> found) => told is null ? found : [.. found.Where(unit => told.Contains(unit.Id))];

    private IReadOnlyList<RegisteredUnit> ByPath(string text)
    {
        var path = string.Concat(text.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        var found = new List<RegisteredUnit>();
        for (var cut = 1; cut < path.Length; cut++)
        {
            foreach (var top in registry.Named(path[..cut]))
                found.AddRange(Below(top, path[cut..]));
        }
        return found;
    }

    private IEnumerable<RegisteredUnit> Below(RegisteredUnit top, string rest)
    {
        foreach (var unit in registry.WithAllBelow(top.Id).Select(id => registry.Find(id)!).Where(unit => unit.Id != top.Id))
        {
            if (unit.Name == rest)
                yield return unit;
        }
    }

    private IReadOnlyList<RegisteredUnit> NearTo(IReadOnlyList<UnitRef> context, IReadOnlyList<RegisteredUnit> found)
    {
        // The unit nearest to the left says most: 石沟村 beside 商镇 is the one below 商镇.
        for (var last = context.Count - 1; last >= 0; last--)
        {
            var below = found.Where(unit => registry.IsBelow(unit.Id, context[last].Id)).ToList();
            if (below.Count > 0)
                return below;
        }
        return found;
    }

    private string[] Nearest(string text) =>
        [.. Told([.. registry.All]).Select(unit => (unit, common: Common(unit.Name, text))).Where(pair => pair.common >= 2)
            .OrderByDescending(pair => pair.common).ThenBy(pair => Math.Abs(pair.unit.Name.Length - text.Length)).Take(3).Select(pair => registry.PathOf(pair.unit))];

    private static int Common(string left, string right) => left.Distinct().Count(right.Contains);
}

using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>A unit's name, or, where others share it, the shortest path by which the importer finds it again: 棣花镇/茶房社区.</summary>
internal sealed class UnitText(UnitRegistry registry)
{
    private readonly UnitFinder finder = new(registry);
    private readonly Dictionary<long, string> known = [];

    public string Of(UnitRef unit) => known.TryGetValue(unit.Id, out var text) ? text : known[unit.Id] = Find(unit);

    private string Find(UnitRef reference)
    {
        if (registry.Find(reference.Id) is not { } unit || registry.Named(unit.Name).Count < 2)
            return reference.Name;
        for (var at = unit; at.Parent is { } parent && registry.Find(parent) is { } above; at = above)
        {
            var path = $"{above.Name}/{unit.Name}";
            if (finder.Find(path, []).Unit?.Id == unit.Id)
                return path;
        }
        return registry.PathOf(unit);
    }
}

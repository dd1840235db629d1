using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>Units as the importer finds them again, each looked for once: see <see cref="UnitFinder.TextOf"/>.</summary>
internal sealed class UnitText(UnitRegistry registry)
{
    private readonly UnitFinder finder = new(registry);
    private readonly Dictionary<long, string> known = [];

    public string Of(UnitRef unit) => known.TryGetValue(unit.Id, out var text) ? text : known[unit.Id] = finder.TextOf(unit);
}

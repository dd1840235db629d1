using System.Globalization;
using Jiedui.Declaring;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// How far somebody's eyes and hands reach: a partnership, and in it only what names this unit or one below it; without a unit, all of it. What lies outside
/// is for him as if it were not there.
/// </summary>
public readonly record struct Reach(long Partnership, long? Unit = null)
{
    /// <summary>Whether a row lies within it.</summary>
    public bool Covers(Row row, UnitRegistry units) => Unit is null || Covers(row.Units().Select(named => named.Id), units);

    /// <summary>Whether what names these units lies within it.</summary>
    public bool Covers(IEnumerable<long> named, UnitRegistry units) => Unit is not { } top || named.Any(unit => units.IsWithin(unit, top));

    /// <summary>Whether a field that holds a set of units lies within it, as a condition of SQL. Answered by the index of units.</summary>
    internal string Condition(string field, UnitRegistry units) => Unit is { } top ? Naming(Partnership, top, field, units) : "1 = 1";

    /// <summary>Whether a field's set of units holds a unit or one below it.</summary>
    internal static string Naming(long partnership, long unit, string field, UnitRegistry units)
    {
        var ids = string.Join(", ", units.WithAllBelow(unit).Select(id => id.ToString(CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture, $"{field} IN (SELECT parties FROM parties_unit WHERE partnership = {partnership} AND unit IN ({ids}))");
    }
}

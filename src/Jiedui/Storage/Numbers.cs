using System.Globalization;

namespace Jiedui.Storage;

/// <summary>Lists of numbers in SQL. Written out: the engines' libraries have no way in common to hand over a list.</summary>
public static class Numbers
{
    /// <summary>What stands behind IN; nothing is in an empty list.</summary>
    public static string Sql(IEnumerable<long> numbers) => $"({string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("NULL"))})";
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Measures;

namespace Jiedui.Flow.Postings;

/// <summary>The sets of units that rows name, numbered: a posting carries one number, however many units its row names.</summary>
internal sealed class PartySets(DbConnection connection, DbTransaction transaction, long partnership)
{
    /// <summary>The set of a row that names no unit.</summary>
    public const long None = 0;

    private readonly Dictionary<string, long> numbers = connection
        .Query<(string Units, long Id)>("SELECT units, id FROM parties WHERE partnership = @partnership", new { partnership }, transaction)
        .ToDictionary(set => set.Units, set => set.Id);

    private readonly Dictionary<long, long> ofOne = [];

    public long NumberOf(IReadOnlyList<UnitRef> units)
    {
        // Most rows name one unit, and always the same few.
        if (units is not [var one])
            return NumberOf(TextOf(units));
        return ofOne.TryGetValue(one.Id, out var number) ? number : ofOne[one.Id] = NumberOf(TextOf(units));
    }

    /// <summary>A set as it is stored; empty for no unit.</summary>
    public static string TextOf(IEnumerable<UnitRef> units) =>
        string.Join(' ', units.Select(unit => unit.Id).Distinct().Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private long NumberOf(string text)
    {
        if (text.Length == 0)
            return None;
        if (numbers.TryGetValue(text, out var number))
            return number;

        number = numbers.Count + 1;
        connection.Execute("INSERT INTO parties (partnership, id, units) VALUES (@partnership, @number, @text)", new { partnership, number, text }, transaction);
        foreach (var unit in text.Split(' ').Select(id => long.Parse(id, CultureInfo.InvariantCulture)))
            connection.Execute("INSERT INTO parties_unit (partnership, unit, parties) VALUES (@partnership, @unit, @number)", new { partnership, unit, number }, transaction);
        return numbers[text] = number;
    }
}

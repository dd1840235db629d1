using System.Collections.Concurrent;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>The current records of a ledger in one partnership at one moment, as far as filtering and sorting needs them. Never changes; what was asked of it is remembered.</summary>
/// <param name="seen">The books that it tells of.</param>
/// <param name="records">The records' numbers, ascending: a record's place in all else.</param>
/// <param name="columns">What of them is held.</param>
internal sealed class LedgerIndex(Seen seen, long[] records, IReadOnlyDictionary<IndexedField, IndexedColumn> columns)
{
    /// <summary>So that many filters take no memory without end.</summary>
    private const int MostSelections = 64;

    private readonly ConcurrentDictionary<string, Selection> selections = [];

    public Seen Seen => seen;

    public long[] Records => records;

    public IReadOnlyDictionary<IndexedField, IndexedColumn> Columns => columns;

    public long Bytes => (long)records.Length * sizeof(long) + columns.Values.Sum(column => column.Bytes) + selections.Count * (records.Length / 8L);

    public bool Has(IEnumerable<IndexedField> fields) => fields.All(columns.ContainsKey);

    public LedgerIndex At(Seen now) => new(now, records, columns);

    public LedgerIndex With(IEnumerable<KeyValuePair<IndexedField, IndexedColumn>> more) => new(seen, records, columns.Concat(more).ToDictionary());

    public Selection Select(string asked, Func<Selection> select)
    {
        if (selections.TryGetValue(asked, out var known))
            return known;
        if (selections.Count >= MostSelections)
            selections.Clear();
        return selections[asked] = select();
    }

    /// <summary>The numbers of some of the records of a selection, in an order.</summary>
    public IReadOnlyList<long> Page(Selection selection, IndexedField by, bool isDescending, int offset, int most) =>
        Array.ConvertAll(selection.Page(columns[by].Ordered, isDescending, offset, most), place => records[place]);

    /// <summary>How many records of a selection stand how between the sides.</summary>
    public IEnumerable<(Standing Giver, Standing Receiver, long Records)> Standings(Selection selection)
    {
        var column = columns[IndexedField.Standing];
        var tally = selection.Standings ??= column.Codes.Tally(selection.Bits, column.Values.Count + 1);
        for (var code = 1; code < tally.Length; code++)
        {
            var (giver, receiver) = StandingCode.Read(((SortedNumbers)column.Values)[code]);
            yield return (giver, receiver, tally[code]);
        }
    }
}

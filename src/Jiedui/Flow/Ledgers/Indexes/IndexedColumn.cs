namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>One field of all current records: its different values, and which of them each record has. Never changes.</summary>
internal sealed class IndexedColumn(SortedValues values, Codes codes)
{
    private int[]? ordered;

    public SortedValues Values => values;

    public Codes Codes => codes;

    public long Bytes => values.Bytes + codes.Bytes + (ordered is null ? 0 : (long)ordered.Length * sizeof(int));

    /// <summary>The places of the records sorted by this field, empty ones first, equal ones in the order of their numbers. Made when it is first asked for.</summary>
    public int[] Ordered => ordered ??= codes.Ordered(values.Count + 1);

    /// <summary>The same after some records have changed.</summary>
    /// <param name="from">For each record of now its place before, or the complement of its place in <paramref name="fresh"/>.</param>
    /// <param name="fresh">The values of the records that are new or changed.</param>
    public IndexedColumn After(int[] from, object?[] fresh)
    {
        var added = fresh.OfType<object>().Where(value => values.CodeOf(value) == SortedValues.Empty).Distinct().Order(SortedAs(fresh)).ToList();
        if (added.Count == 0 && IsAsBefore(from, fresh))
            return this;
        var moved = Enumerable.Range(0, values.Count + 1).ToArray();
        var now = added.Count == 0 ? values : values.With(added, moved);
        return new IndexedColumn(now, Codes.Of(
            Array.ConvertAll(from, place => place >= 0 ? moved[codes[place]] : fresh[~place] is { } value ? now.CodeOf(value) : SortedValues.Empty), now.Count));
    }

    private bool IsAsBefore(int[] from, object?[] fresh)
    {
        if (from.Length != codes.Count)
            return false;
        for (var place = 0; place < from.Length; place++)
        {
            if (from[place] != place && (from[place] >= 0 || codes[place] != (fresh[~from[place]] is { } value ? values.CodeOf(value) : SortedValues.Empty)))
                return false;
        }
        return true;
    }

    private static Comparer<object> SortedAs(object?[] fresh) => fresh.OfType<object>().FirstOrDefault() is string
        ? Comparer<object>.Create((left, right) => string.CompareOrdinal((string)left, (string)right))
        : Comparer<object>.Default;
}

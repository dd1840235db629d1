using System.Data.Common;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Takes a field's values record by record.</summary>
internal abstract class ColumnLoading
{
    /// <param name="row">Of a record.</param>
    /// <param name="at">Where in it the field is.</param>
    public abstract void Take(DbDataReader row, int at);

    public abstract IndexedColumn Done();
}

/// <param name="read">What the database holds.</param>
/// <param name="valueOf">The value that it stands for; asked once for each that the database holds.</param>
/// <param name="order">Of the values.</param>
/// <param name="sorted">Makes them, in their order and each once.</param>
internal sealed class ColumnLoading<TStored, TValue>(
    Func<DbDataReader, int, TStored> read, Func<TStored, TValue> valueOf, IComparer<TValue> order, Func<ReadOnlyMemory<TValue>, SortedValues> sorted)
    : ColumnLoading
    where TStored : notnull
{
    private readonly Dictionary<TStored, int> known = [];
    private readonly List<TValue> values = [];

    /// <summary>One more than the place among the values; 0 for the empty cell.</summary>
    private readonly List<int> taken = [];

    public override void Take(DbDataReader row, int at)
    {
        if (row.IsDBNull(at))
        {
            taken.Add(SortedValues.Empty);
            return;
        }
        var stored = read(row, at);
        if (!known.TryGetValue(stored, out var value))
        {
            values.Add(valueOf(stored));
            known.Add(stored, value = values.Count);
        }
        taken.Add(value);
    }

    public override IndexedColumn Done()
    {
        known.Clear();
        TValue[] inOrder = [.. values];
        var places = Enumerable.Range(1, inOrder.Length).ToArray();
        Array.Sort(inOrder, places, order);
        var codes = new int[inOrder.Length + 1];
        var different = 0;
        for (var at = 0; at < inOrder.Length; at++)
        {
            // Two units of one name are one text.
            if (different == 0 || order.Compare(inOrder[different - 1], inOrder[at]) != 0)
                inOrder[different++] = inOrder[at];
            codes[places[at]] = different;
        }
        return new IndexedColumn(sorted(inOrder.AsMemory(0, different)), Codes.Of([.. taken.Select(value => codes[value])], different));
    }
}

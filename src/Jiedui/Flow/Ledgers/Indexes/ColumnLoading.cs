using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Takes a field's values record by record.</summary>
internal abstract class ColumnLoading
{
    /// <param name="row">Of a record.</param>
    /// <param name="at">Where in it the field is.</param>
    public abstract void Take(ValueRows row, int at);

    public abstract IndexedColumn Done();
}

/// <param name="order">Of the values.</param>
/// <param name="sorted">Makes them, in their order and each once.</param>
internal abstract class ColumnLoading<T>(IComparer<T> order, Func<ReadOnlyMemory<T>, SortedValues> sorted) : ColumnLoading
{
    private readonly List<T> values = [];

    /// <summary>One more than the place among the values; 0 for the empty cell.</summary>
    private readonly List<int> taken = [];

    public override void Take(ValueRows row, int at) => taken.Add(PlaceOf(row, at));

    public override IndexedColumn Done()
    {
        T[] inOrder = [.. values];
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

    /// <summary>One more than the place of a cell's value among the values; 0 for an empty cell.</summary>
    protected abstract int PlaceOf(ValueRows row, int at);

    /// <returns>One more than its place.</returns>
    protected int Add(T value)
    {
        values.Add(value);
        return values.Count;
    }
}

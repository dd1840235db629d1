using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Takes what stands in the database as a number.</summary>
/// <param name="valueOf">The value that it stands for; asked once for each number.</param>
/// <inheritdoc cref="ColumnLoading{T}"/>
internal sealed class NumberLoading<T>(Func<long, T> valueOf, IComparer<T> order, Func<ReadOnlyMemory<T>, SortedValues> sorted) : ColumnLoading<T>(order, sorted)
{
    private readonly Dictionary<long, int> known = [];

    protected override int PlaceOf(ValueRows row, int at)
    {
        var number = row[at];
        if (number == 0 && row.IsEmpty(at))
            return SortedValues.Empty;
        return known.TryGetValue(number, out var place) ? place : known[number] = Add(valueOf(number));
    }
}

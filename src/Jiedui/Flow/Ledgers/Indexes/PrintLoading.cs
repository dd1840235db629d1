using System.Runtime.InteropServices;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Takes prints of persons. Hardly any comes again, so they are not looked for among those before, but sorted once.</summary>
internal sealed class PrintLoading : ColumnLoading
{
    private readonly List<long> prints = [];

    /// <summary>The place of the record that has it.</summary>
    private readonly List<int> places = [];
    private int records;

    public override void Take(ValueRows row, int at)
    {
        if (row.Bytes(at) is { IsEmpty: false } print)
        {
            prints.Add(IndexedField.PrintOf(print));
            places.Add(records);
        }
        records++;
    }

    public override IndexedColumn Done()
    {
        var inOrder = CollectionsMarshal.AsSpan(prints);
        inOrder.Sort(CollectionsMarshal.AsSpan(places));
        var codes = new int[records];
        var different = 0;
        for (var at = 0; at < inOrder.Length; at++)
        {
            if (different == 0 || inOrder[different - 1] != inOrder[at])
                inOrder[different++] = inOrder[at];
            codes[places[at]] = different;
        }
        return new IndexedColumn(new SortedNumbers(inOrder[..different].ToArray(), scale: 1), Codes.Of(codes, different));
    }
}

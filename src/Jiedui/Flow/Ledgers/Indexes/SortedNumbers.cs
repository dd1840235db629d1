using System.Globalization;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <param name="sorted">In their order, each once.</param>
/// <param name="scale">How many of the smallest unit a person reads as one.</param>
internal sealed class SortedNumbers(long[] sorted, int scale) : SortedValues
{
    private const int LongestNumber = 20;

    public override int Count => sorted.Length;

    public override long Bytes => (long)sorted.Length * sizeof(long);

    public long this[int code] => sorted[code - 1];

    public override int CodeOf(object value) => Array.BinarySearch(sorted, (long)value) is >= 0 and var at ? at + 1 : Empty;

    public override SortedValues With(IReadOnlyList<object> added, int[] moved)
    {
        var merged = new long[sorted.Length + added.Count];
        var (next, at) = (0, 0);
        for (var old = 0; old < sorted.Length; old++)
        {
            while (next < added.Count && (long)added[next] < sorted[old])
                merged[at++] = (long)added[next++];
            merged[at++] = sorted[old];
            moved[old + 1] = at;
        }
        while (next < added.Count)
            merged[at++] = (long)added[next++];
        return new SortedNumbers(merged, scale);
    }

    public override void MarkHolding(string text, byte[] wanted)
    {
        Span<char> written = stackalloc char[LongestNumber];
        for (var at = 0; at < sorted.Length; at++)
        {
            (sorted[at] / scale).TryFormat(written, out var length, provider: CultureInfo.InvariantCulture);
            if (written[..length].IndexOf(text) >= 0)
                wanted[at + 1] = 1;
        }
    }
}

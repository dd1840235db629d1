using System.Buffers;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>
/// Texts in the order of their characters, one behind the other in one piece of memory: a million of them are searched through at the speed of memory, and are
/// one object to the collector.
/// </summary>
internal sealed class SortedTexts : SortedValues
{
    private readonly char[] all;
    private readonly int[] starts;

    private SortedTexts(char[] all, int[] starts) => (this.all, this.starts) = (all, starts);

    public override int Count => starts.Length - 1;

    public override long Bytes => (long)all.Length * sizeof(char) + (long)starts.Length * sizeof(int);

    /// <param name="sorted">In ordinal order, each once.</param>
    public static SortedTexts Of(ReadOnlyMemory<string> sorted)
    {
        var characters = 0;
        foreach (var text in sorted.Span)
            characters += text.Length;
        var texts = new Writing(sorted.Length, characters);
        foreach (var text in sorted.Span)
            texts.Add(text);
        return texts.Done();
    }

    public override int CodeOf(object value)
    {
        var text = ((string)value).AsSpan();
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var compared = At(middle).SequenceCompareTo(text);
            if (compared == 0)
                return middle + 1;
            if (compared < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return Empty;
    }

    public override SortedValues With(IReadOnlyList<object> added, int[] moved)
    {
        var merged = new Writing(Count + added.Count, all.Length + added.Sum(text => ((string)text).Length));
        var next = 0;
        for (var old = 0; old < Count; old++)
        {
            while (next < added.Count && At(old).SequenceCompareTo((string)added[next]) > 0)
                merged.Add((string)added[next++]);
            merged.Add(At(old));
            moved[old + 1] = merged.Count;
        }
        while (next < added.Count)
            merged.Add((string)added[next++]);
        return merged.Done();
    }

    public override void MarkHolding(string text, byte[] wanted)
    {
        var sought = text.Any(char.IsAsciiLetter) ? SearchValues.Create([text], StringComparison.OrdinalIgnoreCase) : null;
        for (var at = 0; at <= all.Length - text.Length;)
        {
            var rest = all.AsSpan(at);
            var found = sought is null ? rest.IndexOf(text) : rest.IndexOfAny(sought);
            if (found < 0)
                return;
            at += found;
            var code = CodeAt(at);
            var isWithin = at + text.Length <= starts[code] && AreSame(all.AsSpan(at, text.Length), text);
            if (isWithin)
                wanted[code] = 1;
            // Once is enough: on to the next text. A find that reaches over the end of its text is none.
            at = isWithin ? starts[code] : at + 1;
        }
    }

    private ReadOnlySpan<char> At(int place) => all.AsSpan(starts[place], starts[place + 1] - starts[place]);

    /// <summary>The code of the text that a character belongs to.</summary>
    private int CodeAt(int character)
    {
        var place = Array.BinarySearch(starts, character);
        if (place < 0)
            return ~place;
        // Empty texts begin where the next one does.
        while (starts[place + 1] == character)
            place++;
        return place + 1;
    }

    /// <summary>As the database compares: only letters of ASCII are the same in both cases.</summary>
    private static bool AreSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (var at = 0; at < left.Length; at++)
        {
            if (left[at] != right[at] && !(char.IsAsciiLetter(left[at]) && (left[at] ^ right[at]) == ' '))
                return false;
        }
        return true;
    }

    private sealed class Writing(int count, int characters)
    {
        private readonly char[] all = new char[characters];
        private readonly int[] starts = new int[count + 1];

        public int Count { get; private set; }

        public void Add(ReadOnlySpan<char> text)
        {
            text.CopyTo(all.AsSpan(starts[Count]));
            starts[Count + 1] = starts[Count] + text.Length;
            Count++;
        }

        public SortedTexts Done() => new(all, starts);
    }
}

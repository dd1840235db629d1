namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>The different values of a field in their order. The first has the code 1, the next 2 …; 0 is the empty cell.</summary>
internal abstract class SortedValues
{
    public const int Empty = 0;

    public abstract int Count { get; }

    public abstract long Bytes { get; }

    /// <summary>A value's code; 0 where there is no such value.</summary>
    public abstract int CodeOf(object value);

    /// <summary>The same with some more.</summary>
    /// <param name="added">Values that are not among these, in their order.</param>
    /// <param name="moved">What each code has become.</param>
    public abstract SortedValues With(IReadOnlyList<object> added, int[] moved);

    /// <summary>Marks the codes of the values that, as a person reads them, hold a text; letters of ASCII in either case.</summary>
    public abstract void MarkHolding(string text, byte[] wanted);

    /// <summary>One place for each code, none of them wanted yet.</summary>
    public byte[] NoneWanted() => new byte[Count + 1];

    /// <summary>Only this value.</summary>
    public byte[] Only(object value)
    {
        var wanted = NoneWanted();
        if (CodeOf(value) is > Empty and var code)
            wanted[code] = 1;
        return wanted;
    }

    public byte[] Holding(string text)
    {
        var wanted = NoneWanted();
        MarkHolding(text, wanted);
        return wanted;
    }
}

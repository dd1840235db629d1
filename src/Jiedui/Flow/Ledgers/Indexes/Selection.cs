using System.Numerics;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>Which records of an index a question means: one bit for each.</summary>
internal sealed class Selection
{
    private const int InWord = 64;

    private Selection(ulong[] bits, int of) => (Bits, Of) = (bits, of);

    public ulong[] Bits { get; }

    /// <summary>How many records the index has.</summary>
    public int Of { get; }

    public int Count { get; private set; }

    public bool IsAll => Count == Of;

    /// <summary>How often each standing comes among them, by its code; counted when it is first asked for.</summary>
    public int[]? Standings { get; set; }

    public static Selection All(int of)
    {
        var bits = new ulong[(of + InWord - 1) / InWord];
        Array.Fill(bits, ulong.MaxValue);
        if (of % InWord is > 0 and var rest)
            bits[^1] = (1UL << rest) - 1;
        return new Selection(bits, of) { Count = of };
    }

    public bool Has(int place) => (Bits[place / InWord] >> (place % InWord) & 1) != 0;

    public Selection Narrowed(IndexedColumn column, byte[] wanted)
    {
        var bits = (ulong[])Bits.Clone();
        column.Codes.Narrow(bits, wanted);
        return Counted(bits);
    }

    /// <summary>Those of them that have in any of the columns what is wanted there.</summary>
    public Selection Narrowed(IEnumerable<(IndexedColumn Column, byte[] Wanted)> any)
    {
        var found = new ulong[Bits.Length];
        foreach (var (column, wanted) in any.Where(one => one.Wanted.AsSpan().Contains((byte)1)))
        {
            var bits = (ulong[])Bits.Clone();
            column.Codes.Narrow(bits, wanted);
            for (var word = 0; word < found.Length; word++)
                found[word] |= bits[word];
        }
        return Counted(found);
    }

    /// <summary>Some of them in an order.</summary>
    /// <param name="ordered">All places of the index in that order.</param>
    /// <param name="offset">How many are passed over.</param>
    /// <param name="most">How many are wanted.</param>
    public int[] Page(int[] ordered, bool isDescending, int offset, int most)
    {
        var count = Math.Max(0, Math.Min(most, Count - offset));
        var page = new int[count];
        // The last pages are counted from the end.
        var first = isDescending ? Count - offset - count : offset;
        if (IsAll)
            Array.Copy(ordered, count == 0 ? 0 : first, page, 0, count);
        else if (count > 0 && first <= Count / 2)
            FromBegin(ordered, first, page);
        else if (count > 0)
            FromEnd(ordered, Count - first - count, page);
        if (isDescending)
            Array.Reverse(page);
        return page;
    }

    private void FromBegin(int[] ordered, int skipped, int[] page)
    {
        var taken = -skipped;
        for (var at = 0; taken < page.Length; at++)
        {
            if (!Has(ordered[at]))
                continue;
            if (taken >= 0)
                page[taken] = ordered[at];
            taken++;
        }
    }

    private void FromEnd(int[] ordered, int skipped, int[] page)
    {
        var taken = -skipped;
        for (var at = ordered.Length - 1; taken < page.Length; at--)
        {
            if (!Has(ordered[at]))
                continue;
            if (taken >= 0)
                page[^(taken + 1)] = ordered[at];
            taken++;
        }
    }

    private Selection Counted(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return new Selection(bits, Of) { Count = count };
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Jiedui.Flow.Ledgers.Indexes;

/// <summary>A small number for each record of a ledger, in as few bytes as the largest needs.</summary>
internal abstract class Codes
{
    public abstract int Count { get; }

    public abstract long Bytes { get; }

    public abstract int this[int at] { get; }

    /// <summary>Takes out of a set the records whose code is not wanted.</summary>
    /// <param name="wanted">One for each code: 1 or 0.</param>
    public abstract void Narrow(ulong[] bits, byte[] wanted);

    /// <summary>How often each code comes among the records of a set.</summary>
    public abstract int[] Tally(ulong[] bits, int codes);

    /// <summary>The places in the order of their codes, those of equal ones in the order of the places.</summary>
    public abstract int[] Ordered(int codes);

    /// <param name="codes">One for each record.</param>
    /// <param name="most">The largest that may come.</param>
    public static Codes Of(int[] codes, int most) => most switch
    {
        <= byte.MaxValue => new Codes<byte>(Array.ConvertAll(codes, code => (byte)code)),
        <= ushort.MaxValue => new Codes<ushort>(Array.ConvertAll(codes, code => (ushort)code)),
        _ => new Codes<int>(codes),
    };
}

internal sealed class Codes<T>(T[] codes) : Codes
    where T : unmanaged, IBinaryInteger<T>
{
    private const int InWord = 64;

    /// <summary>Up to so many codes are each compared with many records at once; more are looked up for each record.</summary>
    private const int FewWanted = 12;

    public override int Count => codes.Length;

    public override long Bytes => (long)codes.Length * Unsafe.SizeOf<T>();

    public override int this[int at] => int.CreateTruncating(codes[at]);

    public override void Narrow(ulong[] bits, byte[] wanted)
    {
        T[]? few = wanted.AsSpan().Count((byte)1) is var many and > 0 and <= FewWanted ? Wanted(wanted, many) : null;
        for (var word = 0; word < bits.Length; word++)
        {
            if (bits[word] == 0)
                continue;
            var some = codes.AsSpan(word * InWord, Math.Min(InWord, codes.Length - word * InWord));
            bits[word] &= few is not null && some.Length == InWord ? Same(some, few) : Marked(some, wanted);
        }
    }

    public override int[] Tally(ulong[] bits, int count)
    {
        var tally = new int[count];
        for (var word = 0; word < bits.Length; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
                tally[int.CreateTruncating(codes[word * InWord + BitOperations.TrailingZeroCount(left)])]++;
        }
        return tally;
    }

    public override int[] Ordered(int count)
    {
        var next = new int[count + 1];
        foreach (var code in codes)
            next[int.CreateTruncating(code) + 1]++;
        for (var code = 1; code < next.Length; code++)
            next[code] += next[code - 1];
        var ordered = new int[codes.Length];
        for (var at = 0; at < codes.Length; at++)
            ordered[next[int.CreateTruncating(codes[at])]++] = at;
        return ordered;
    }

    private static T[] Wanted(byte[] wanted, int many)
    {
        var few = new T[many];
        for (int code = 0, at = 0; at < many; code++)
        {
            if (wanted[code] == 1)
                few[at++] = T.CreateTruncating(code);
        }
        return few;
    }

    private static ulong Marked(ReadOnlySpan<T> some, byte[] wanted)
    {
        var marked = 0UL;
        for (var at = 0; at < some.Length; at++)
            marked |= (ulong)wanted[int.CreateTruncating(some[at])] << at;
        return marked;
    }

    /// <param name="word">The codes of as many records as a word has bits.</param>
    private static ulong Same(ReadOnlySpan<T> word, ReadOnlySpan<T> wanted)
    {
        var same = 0UL;
        for (var at = 0; at < word.Length; at += Vector256<T>.Count)
        {
            var some = Vector256.Create(word[at..]);
            var found = Vector256<T>.Zero;
            foreach (var code in wanted)
                found |= Vector256.Equals(some, Vector256.Create(code));
            same |= (ulong)found.ExtractMostSignificantBits() << at;
        }
        return same;
    }
}

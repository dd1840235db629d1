using System.Runtime.InteropServices;

namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>Counts the distinct values of a column by 64-bit hashes, up to a bound that keeps memory small whatever the sheet.</summary>
internal sealed class DistinctValues
{
    private const int Most = 150_000;
    private HashSet<long> all = [];
    private int good;
    private HashSet<long>? onlyBad;

    public bool IsFull { get; private set; }

    public bool Counts(decimal count) => !IsFull && (count == all.Count || count == good);

    public void Add(string text, bool isGood)
    {
        if (IsFull)
            return;
        Add(HashOf(text), isGood);
    }

    public void Add(long hash, bool isGood)
    {
        if (IsFull)
            return;
        if (all.Add(hash))
        {
            if (isGood)
                good++;
            else
                (onlyBad ??= []).Add(hash);
        }
        else if (isGood && onlyBad is not null && onlyBad.Remove(hash))
        {
            good++;
        }
        IsFull = all.Count > Most;
        if (IsFull)
            (all, onlyBad) = ([], null);
    }

    /// <summary>As FNV does, but four letters at a time, and spread over all bits: a collision among 150,000 values is one in a billion.</summary>
    private static long HashOf(string text)
    {
        var words = MemoryMarshal.Cast<char, ulong>(text);
        var hash = unchecked(14695981039346656037UL ^ (ulong)text.Length);
        foreach (var word in words)
            hash = Mixed(hash ^ word);
        foreach (var letter in text.AsSpan(words.Length * (sizeof(ulong) / sizeof(char))))
            hash = Mixed(hash ^ letter);
        return unchecked((long)hash);
    }

    private static ulong Mixed(ulong hash)
    {
        hash = unchecked(hash * 0x9E3779B97F4A7C15);
        return hash ^ (hash >> 32);
    }
}

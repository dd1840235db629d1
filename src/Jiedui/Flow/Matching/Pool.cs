using System.Runtime.InteropServices;

namespace Jiedui.Flow.Matching;

/// <summary>The openings that are weighed for one person, each once.</summary>
internal sealed class Pool(int openings)
{
    private readonly int[] seenBy = new int[openings];
    private readonly List<int> gathered = [];
    private readonly List<long> weighed = [];
    private int turn;

    public int Count => gathered.Count;

    public void Clear()
    {
        turn++;
        gathered.Clear();
    }

    public void Add(ReadOnlySpan<int> some)
    {
        foreach (var opening in some)
            Add(opening);
    }

    public void Add(int opening)
    {
        if (seenBy[opening] == turn)
            return;
        seenBy[opening] = turn;
        gathered.Add(opening);
    }

    /// <summary>Keeps those with the most points above zero, of equal ones the lower record, in the order of their records.</summary>
    /// <returns>How many were kept.</returns>
    public int KeepBest(Func<int, int> pointsOf, Span<Offer> kept)
    {
        weighed.Clear();
        foreach (var opening in gathered)
        {
            // One number that sorts as wanted: the points downwards, then the record upwards.
            if (pointsOf(opening) is > 0 and var points)
                weighed.Add(((long)(short.MaxValue - points) << 32) + opening);
        }
        var best = CollectionsMarshal.AsSpan(weighed);
        best.Sort();
        var count = Math.Min(kept.Length, best.Length);
        for (var at = 0; at < count; at++)
            kept[at] = new Offer((int)(best[at] & uint.MaxValue), (short)(short.MaxValue - (best[at] >> 32)));
        kept[..count].Sort((one, other) => one.Opening.CompareTo(other.Opening));
        return count;
    }

    public readonly record struct Offer(int Opening, short Points);
}

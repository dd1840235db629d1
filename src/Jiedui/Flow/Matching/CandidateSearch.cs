using System.Collections.Concurrent;

namespace Jiedui.Flow.Matching;

/// <summary>
/// For each person the best few openings. They are looked up by text, place and pay band, never by going over all pairs; where a band holds more than can be weighed, each person
/// is shown another part of it, so that people who are alike do not all ask for the same few.
/// </summary>
public sealed class CandidateSearch(Profiles profiles)
{
    /// <summary>How many openings a person keeps at most.</summary>
    public const int Kept = 16;

    /// <summary>A bucket up to this size is weighed whole.</summary>
    private const int Whole = 32;

    /// <summary>How many are weighed of a larger one.</summary>
    private const int Sample = 16;

    /// <summary>How many are weighed for one person before the search ends.</summary>
    private const int Enough = 72;

    private const int PeopleAtOnce = 1 << 14;

    private readonly Buckets buckets = new(profiles);

    /// <summary>One for each thread; they are as long as there are openings, so they are used again.</summary>
    private readonly ConcurrentBag<Pool> pools = [];

    public Market Find(Action<int>? progress = null, CancellationToken cancel = default)
    {
        var kept = new Pool.Offer[PeopleAtOnce * Kept];
        var counts = new int[PeopleAtOnce];
        var edges = new EdgeList(profiles.People);
        for (var first = 0; first < profiles.People; first += PeopleAtOnce)
        {
            var (from, to) = (first, Math.Min(first + PeopleAtOnce, profiles.People));
            Parallel.For(from, to, new ParallelOptions { CancellationToken = cancel }, () => pools.TryTake(out var idle) ? idle : new Pool(profiles.Openings), (person, _, pool) =>
            {
                counts[person - from] = profiles.Seeks(person) ? Weigh(person, pool, kept.AsSpan((person - from) * Kept, Kept)) : 0;
                return pool;
            }, pools.Add);
            for (var person = from; person < to; person++)
                edges.Add(kept.AsSpan((person - from) * Kept, counts[person - from]));
            progress?.Invoke(to);
        }
        return edges.ToMarket(profiles);
    }

    /// <returns>How many were kept, in the order of their records.</returns>
    private int Weigh(int person, Pool pool, Span<Pool.Offer> kept)
    {
        pool.Clear();
        foreach (var text in buckets.TextsFor(person))
        {
            foreach (var bucket in buckets.Near(person, text))
                Gather(person, bucket.Span, pool);
            Gather(person, buckets.All(text), pool);
            if (pool.Count >= Enough)
                break;
        }
        return pool.KeepBest(opening => profiles.Points(person, opening), kept);
    }

    private void Gather(int person, ReadOnlySpan<int> bucket, Pool pool)
    {
        if (bucket.Length <= Whole)
        {
            pool.Add(bucket);
            return;
        }
        var reaching = buckets.Reaching(bucket, person);
        Spread(bucket[..reaching], person, pool);
        // What pays a little less than is wished may still be the best there is.
        Spread(bucket.Slice(reaching, Math.Min(Whole, bucket.Length - reaching)), person, pool);
    }

    private static void Spread(ReadOnlySpan<int> band, int person, Pool pool)
    {
        if (band.Length <= Sample)
        {
            pool.Add(band);
            return;
        }
        var begin = (int)(unchecked((uint)person * 2654435761u) % (uint)band.Length);
        for (var pick = 0; pick < Sample; pick++)
            pool.Add(band[(int)((begin + (long)pick * band.Length / Sample) % band.Length)]);
    }
}

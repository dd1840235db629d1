using Jiedui.Flow.Matching.Traits;

namespace Jiedui.Flow.Matching;

/// <summary>The openings by the text that is needed, and in each again by the second text (the place); within a bucket the best paid first, so that a pay band is a stretch of it.</summary>
internal sealed class Buckets
{
    private readonly TextTrait needed;
    private readonly TextTrait? near;
    private readonly ReachTrait? pay;
    private readonly int[] byNeeded;
    private readonly int[] byBoth;
    private readonly Dictionary<long, (int From, int Length)> places = [];

    public Buckets(Profiles profiles)
    {
        var texts = profiles.Traits.OfType<TextTrait>().ToList();
        needed = texts.Find(text => text.IsNeeded) ?? throw new Declaring.DeclarationException($"匹配 {profiles.Matching.Code} 没有必需的理由。");
        near = texts.Find(text => !text.IsNeeded);
        pay = profiles.Traits.OfType<ReachTrait>().FirstOrDefault();
        var offered = Enumerable.Range(0, profiles.Openings).Where(opening => needed.OfOpening(opening) != Phrases.None && profiles.PlacesOf(opening).High > 0).ToList();
        byNeeded = [.. offered.OrderBy(needed.OfOpening).ThenByDescending(LowOf)];
        byBoth = near is null ? [] : [.. offered.OrderBy(needed.OfOpening).ThenBy(near.OfOpening).ThenByDescending(LowOf)];
        Mark(byNeeded, opening => Key(needed.OfOpening(opening), Phrases.None));
        Mark(byBoth, opening => Key(needed.OfOpening(opening), near!.OfOpening(opening)));
    }

    /// <summary>The openings' texts that a person's come near to, the nearest first.</summary>
    public IEnumerable<int> TextsFor(int person) => needed.Near(person).OrderByDescending(match => match.Affinity).Select(match => match.Phrase).Distinct();

    public ReadOnlySpan<int> All(int text) => Of(byNeeded, Key(text, Phrases.None));

    /// <summary>Those of a text at the places that come near to the person's.</summary>
    public IEnumerable<ReadOnlyMemory<int>> Near(int person, int text)
    {
        if (near is null)
            yield break;
        foreach (var place in near.Near(person))
        {
            var (from, length) = places.GetValueOrDefault(Key(text, place.Phrase));
            if (length > 0)
                yield return byBoth.AsMemory(from, length);
        }
    }

    /// <summary>How many of a bucket, from its beginning, offer what a person wishes.</summary>
    public int Reaching(ReadOnlySpan<int> bucket, int person)
    {
        if (pay is null)
            return bucket.Length;
        var wish = pay.WishOf(person);
        var (from, to) = (0, bucket.Length);
        while (from < to)
        {
            var middle = from + (to - from) / 2;
            if (LowOf(bucket[middle]) >= wish)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    private long LowOf(int opening) => pay?.LowOf(opening) ?? 0;

    private ReadOnlySpan<int> Of(int[] sorted, long key)
    {
        var (from, length) = places.GetValueOrDefault(key);
        return sorted.AsSpan(from, length);
    }

    private void Mark(int[] sorted, Func<int, long> keyOf)
    {
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            var key = keyOf(sorted[from]);
            for (to = from + 1; to < sorted.Length && keyOf(sorted[to]) == key; to++)
            {
            }
            // An opening without a place stands among all of its text only.
            places.TryAdd(key, (from, to - from));
        }
    }

    // The texts of the openings are numbered from zero, so that -1 for "any place" is a number of its own.
    private static long Key(int text, int place) => ((long)text << 32) + place;
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>
/// Compares two bags of numbered things without keeping either: each thing's amount is multiplied by a weight that its place decides, and the products are added
/// up by measure and month, those of one side with plus, those of the other with minus. Where the sides agree, nothing is left; where they differ, something is,
/// but for one chance in 2^64. The weights are drawn anew for each check, so that nobody can prepare a difference that hides.
/// </summary>
internal sealed class Sketch
{
    private readonly ulong[] seeds = [.. MemoryMarshal.Cast<byte, ulong>(RandomNumberGenerator.GetBytes(16 * sizeof(ulong)))];
    private readonly Dictionary<(long Measure, int Month), int> places = [];
    private ulong[] left = new ulong[64];
    private (long Measure, int Month, int At, ulong Weight) last = (0, 0, -1, 0);

    /// <summary>The measures and months in which the two sides differ.</summary>
    public IEnumerable<(long Measure, int Month)> Differences => places.Where(place => left[place.Value] != 0).Select(place => place.Key).Order();

    /// <param name="sign">1 for the one side, −1 for the other.</param>
    public void Add(int sign, long measure, int month, long place, long inPlace, params ReadOnlySpan<long> amounts)
    {
        unchecked
        {
            if (last.At < 0 || measure != last.Measure || month != last.Month)
                GoTo(measure, month);
            var sum = 0UL;
            for (var at = 0; at < amounts.Length; at++)
                sum += (seeds[at] | 1) * (ulong)amounts[at];
            left[last.At] += (ulong)sign * sum * Mixed(Mixed(last.Weight ^ (ulong)place, seeds[10]) ^ (ulong)inPlace, seeds[11]);
        }
    }

    private void GoTo(long measure, int month)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (measure, month), out var isKnown);
        if (!isKnown)
            at = places.Count - 1;
        if (at == left.Length)
            Array.Resize(ref left, 2 * left.Length);
        last = (measure, month, at, Mixed(unchecked((ulong)measure) ^ seeds[8], unchecked((uint)month) ^ seeds[9]));
    }

    private static ulong Mixed(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other | 1, out var low);
        return high ^ low;
    }
}

using System.Globalization;
using Jiedui.Sealing;

namespace Jiedui.Flow.Postings;

/// <summary>A seal over the postings of one version: the sum of their prints, whatever their order.</summary>
public static class PostingSeal
{
    public static string Of(IEnumerable<Posting> postings, KeyedHash prints) => postings
        .Select(posting => prints.Of(string.Create(CultureInfo.InvariantCulture, $"{posting}")))
        .Aggregate(UInt128.Zero, (sum, print) => unchecked(sum + print))
        .ToString("x32", CultureInfo.InvariantCulture);
}

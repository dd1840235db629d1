using Jiedui.Declaring;

namespace Jiedui.Flow.Postings;

/// <summary>One entry in the books, in the measure's smallest units. An open end is null. Sign is −1 for a reversal, whose ends are negated.</summary>
public readonly record struct Posting(
    long Measure, int Day, long Ledger, long Record, int Version, int Sign, long? Low, long? High, long Subject, long Parties, long Batch)
{
    /// <summary>No subject.</summary>
    public const long NoSubject = 0;

    public Posting Reversed(long batch) => this with { Sign = -Sign, Low = -Low, High = -High, Batch = batch };

    /// <summary>What a measure counts members of: the subject of a distinct one, the value of a floor; null for the others.</summary>
    public long? MemberOf(Nature nature) => nature switch
    {
        Nature.Distinct => Subject,
        Nature.Floor => Sign * Low,
        Nature.Flow or Nature.Stock or Nature.Ratio => null,
    };
}

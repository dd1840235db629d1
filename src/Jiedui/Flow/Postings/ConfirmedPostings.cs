using System.Data.Common;
using Jiedui.Declaring;

namespace Jiedui.Flow.Postings;

/// <summary>Keeps the sums of what both sides confirmed up with their words: a version that they come to agree on is counted in, one on which they cease to is counted out.</summary>
public sealed class ConfirmedPostings : IDisposable
{
    /// <summary>Versions whose postings are read in one question.</summary>
    private const int AtOnce = 500;

    private readonly VersionPostings posted;
    private readonly Dictionary<long, Nature> natures;
    private readonly Aggregates aggregates;

    public ConfirmedPostings(DbConnection connection, DbTransaction transaction, LedgerType ledger, long partnership)
    {
        var codes = Codes.Load(connection, transaction);
        var measures = ledger.Posts.Select(rule => rule.Measure).Distinct().ToList();
        posted = new VersionPostings(connection, transaction, partnership, ledger, codes[ledger.Code]);
        natures = measures.ToDictionary(measure => codes[measure.Code], measure => measure.Nature);
        aggregates = new Aggregates(connection, transaction, partnership, codes.Of(measures, Nature.Floor));
    }

    /// <summary>Counts versions in or out.</summary>
    public void Count(IEnumerable<(long Record, long Version)> versions, bool isIn)
    {
        foreach (var some in versions.Chunk(AtOnce))
        {
            var counted = some.ToHashSet();
            foreach (var posting in posted.Of(some.Select(version => version.Record)).Where(posting => counted.Contains((posting.Record, posting.Version))))
                aggregates.Add((isIn ? posting : posting.Reversed(posting.Batch)).AsConfirmed(), natures.GetValueOrDefault(posting.Measure, Nature.Flow));
        }
    }

    /// <summary>Call once, before the commit.</summary>
    public void Finish() => aggregates.Flush();

    public void Dispose() => posted.Dispose();
}

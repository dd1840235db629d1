using Jiedui.Declaring;

namespace Jiedui.Storage;

/// <summary>A version of a record, as its ledger's table holds it.</summary>
/// <param name="Sheet">The source sheet it came from.</param>
/// <param name="RowNumber">The row in that sheet, one-based.</param>
/// <param name="Batch">The batch that stored it.</param>
/// <param name="Superseded">The batch that corrected or withdrew it, or null while it is current.</param>
/// <param name="Day">The day on which it counts, as <see cref="DayNumber"/>.</param>
/// <param name="Parties">The set of units that it names.</param>
public sealed record StoredRecord(
    long Partnership, long Record, int Version, Row Row, long Sheet, int RowNumber, long Batch, long? Superseded, int Day, long Parties)
{
    /// <summary>The print of its key.</summary>
    public UInt128 Key { get; init; }

    /// <summary>The print of its content.</summary>
    public UInt128 Content { get; init; }

    /// <summary>The batch that erased its personal data, or null.</summary>
    public long? Erased { get; init; }
}

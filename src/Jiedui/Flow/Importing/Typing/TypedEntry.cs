using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Importing.Typing;

/// <summary>One record typed by hand: a new one, or the correction of one that somebody has before them.</summary>
/// <param name="Cells">What was typed, by column name. A column that is not there keeps its value; an empty text empties it.</param>
public sealed record TypedEntry(LedgerType Ledger, long Partnership, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The record that is corrected; null for a new one.</summary>
    public long? Record { get; init; }

    /// <summary>The version that the person saw; 0 for a new record.</summary>
    public int Version { get; init; }

    /// <summary>Why it is corrected.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who does it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The side that enters; null for the owner, who keeps both sides' books.</summary>
    public Side? Side { get; init; }

    /// <summary>How far the entry is reviewed by who makes it.</summary>
    public Level Level { get; init; } = Level.Clerk;

    /// <summary>How far the person's hands reach: the record must name this unit or one below it, before and after; null for the whole partnership.</summary>
    public long? Within { get; init; }

    internal Reach Reach => new(Partnership, Within);

    internal bool Reaches(Row row, UnitRegistry units) => Reach.Covers(row, units);
}

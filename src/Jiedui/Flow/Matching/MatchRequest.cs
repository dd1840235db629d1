using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Matching;

/// <summary>What is asked of a matching.</summary>
/// <param name="Partnership">All its people and openings take part: two towns are not promised the same place.</param>
/// <param name="Unit">Whose people are told of: those who name this unit or one below it; null for all.</param>
/// <param name="Today">The day on which it counts who is settled.</param>
public sealed record MatchRequest(long Partnership, long? Unit, DateOnly Today)
{
    /// <summary>Only openings of this occasion; null for all.</summary>
    public string? Occasion { get; init; }

    public Action<MatchProgress>? Progress { get; init; }

    public Reach Whole => new(Partnership);

    public Reach Seen => new(Partnership, Unit);
}

/// <summary>How far a matching is.</summary>
/// <param name="Done">From 0 to 1; of the reading, how many were read.</param>
public readonly record struct MatchProgress(MatchStage Stage, double Done);

public enum MatchStage
{
    Reading,
    Searching,
    Assigning,
}

using Jiedui.Declaring;

namespace Jiedui.Flow.Importing.Typing;

/// <summary>What became of a typed record.</summary>
public abstract record TypedOutcome
{
    /// <summary>It is in the books.</summary>
    /// <param name="Findings">What somebody should look at all the same.</param>
    public sealed record Stored(long Record, int Version, IReadOnlyList<Finding> Findings) : TypedOutcome;

    /// <summary>It says what the books say already; nothing was stored.</summary>
    public sealed record Unchanged(long Record, int Version) : TypedOutcome;

    /// <summary>Something of it is wrong; nothing was stored.</summary>
    public sealed record Wrong(IReadOnlyList<Finding> Findings) : TypedOutcome;

    /// <summary>Somebody was quicker; nothing was stored. The message says who, when and what.</summary>
    public sealed record Overtaken(string Message) : TypedOutcome;

    /// <summary>There is no such record within reach.</summary>
    public sealed record Missing : TypedOutcome;
}

using Jiedui.Access;
using Jiedui.Flow.Matching;

namespace Jiedui.App.Web.Matching;

/// <summary>A matching that somebody began. It is his alone, and goes with the program.</summary>
public sealed class MatchJob(string id, Actor owner, long partnership, string? occasion)
{
    private readonly CancellationTokenSource stop = new();

    public string Id { get; } = id;

    public long Partnership { get; } = partnership;

    /// <summary>The only occasion whose openings take part; null for all.</summary>
    public string? Occasion { get; } = occasion;

    public DateTime At { get; } = DateTime.UtcNow;

    public MatchState State { get; private set; } = MatchState.Running;

    public MatchProgress Progress { get; set; }

    public MatchResult? Result { get; private set; }

    /// <summary>Why there is no result, for the user.</summary>
    public string? Refusal { get; private set; }

    public CancellationToken Stopped => stop.Token;

    /// <summary>Whether it is this actor's, and shows no more than he may see by now.</summary>
    public bool IsOf(Actor actor) => owner.Name == actor.Name && owner.Unit == actor.Unit && Policy.Allows(actor, Act.SeeRecords, Partnership);

    public void Stop() => stop.Cancel();

    public void End(MatchResult result) => (Result, State) = (result, MatchState.Done);

    public void Fail(string refusal) => (Refusal, State) = (refusal, MatchState.Failed);
}

public enum MatchState
{
    Running,
    Done,
    Failed,
}

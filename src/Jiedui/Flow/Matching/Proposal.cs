namespace Jiedui.Flow.Matching;

/// <summary>One person for one opening. Nothing is posted by it.</summary>
/// <param name="Person">The number of the person's newest record.</param>
/// <param name="Opening">The number of the opening's record.</param>
/// <param name="Reasons">Their points make the score.</param>
public sealed record Proposal(long Person, long Opening, int Score, IReadOnlyList<ToldReason> Reasons)
{
    /// <summary>The reasons in one line.</summary>
    public string Told => string.Join('；', Reasons.Select(reason => reason.Words));
}

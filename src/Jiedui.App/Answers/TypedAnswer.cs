namespace Jiedui.App.Answers;

/// <summary>A record as it stands after it was typed.</summary>
public sealed record TypedAnswer(long Record, int Version, bool Changed, IReadOnlyList<FindingAnswer> Findings);

namespace Jiedui.Flow.Matching;

/// <summary>There is nothing to match. The message says in Chinese what is missing and what to do.</summary>
public sealed class MatchRefusedException(string message) : Exception(message);

namespace Jiedui.Flow.Evidence;

/// <summary>A file that is not taken in, or one that can no longer be given out. Message in Chinese: what, why, and what to do.</summary>
public sealed class EvidenceRefusedException(string message) : Exception(message);

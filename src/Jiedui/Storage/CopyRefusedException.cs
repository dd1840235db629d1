namespace Jiedui.Storage;

/// <summary>An installation cannot be copied there. Message in Chinese: why, and what to do; nothing was changed.</summary>
public sealed class CopyRefusedException(string message) : Exception(message);

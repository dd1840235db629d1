namespace Jiedui.Keeping;

/// <summary>A backup or restore cannot be done. Message in Chinese: what is wrong, and what to do; nothing was changed.</summary>
public sealed class BackupFaultException(string message) : Exception(message);

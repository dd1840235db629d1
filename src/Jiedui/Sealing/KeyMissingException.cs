namespace Jiedui.Sealing;

/// <summary>The master key is not there, or is not a key, or not the one of this database. Message in Chinese, with what to do; nothing was changed.</summary>
public sealed class KeyMissingException(string message) : Exception(message);

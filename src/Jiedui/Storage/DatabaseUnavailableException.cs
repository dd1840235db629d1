namespace Jiedui.Storage;

/// <summary>The database server cannot be used. Message in Chinese: which server, why, and what to do; never the password. Nothing was changed.</summary>
public sealed class DatabaseUnavailableException(string message) : Exception(message);

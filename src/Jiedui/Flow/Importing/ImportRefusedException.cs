namespace Jiedui.Flow.Importing;

/// <summary>An import that cannot begin: no partnership, an unknown ledger code. Message in Chinese, with what to do.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);

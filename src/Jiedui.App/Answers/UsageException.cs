namespace Jiedui.App.Answers;

/// <summary>A command that cannot be carried out as given. Message in Chinese, with what to do. Exit code 1, nothing stored.</summary>
public sealed class UsageException(string message) : Exception(message);

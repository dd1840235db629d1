namespace Jiedui.Access.Accounts;

/// <summary>What was asked of an account is not allowed. Message in Chinese; nothing was changed.</summary>
public sealed class AccountRefusedException(string message) : Exception(message);

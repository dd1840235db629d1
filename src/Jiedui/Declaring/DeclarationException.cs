namespace Jiedui.Declaring;

/// <summary>A ledger, measure or indicator that is declared wrongly, such as an illegal sum. Thrown when the program starts, never at a user.</summary>
public sealed class DeclarationException(string message) : Exception(message);

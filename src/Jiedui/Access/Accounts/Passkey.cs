namespace Jiedui.Access.Accounts;

/// <summary>通行密钥: a key pair of which this holds the public half.</summary>
/// <param name="Data">What the authenticator said of it, as JSON.</param>
public sealed record Passkey(byte[] Id, string Account, string Name, string Data, DateTimeOffset Created);

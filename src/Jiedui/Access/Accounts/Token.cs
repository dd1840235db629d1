namespace Jiedui.Access.Accounts;

/// <summary>令牌: lets another program act for an account, for some of its acts and for a time.</summary>
/// <param name="Used">When it was last used; null for never.</param>
public sealed record Token(string Id, string Name, IReadOnlyList<Act> Scope, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Used);

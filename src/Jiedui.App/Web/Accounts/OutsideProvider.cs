namespace Jiedui.App.Web.Accounts;

/// <summary>An outside provider of sign-ins (OpenID Connect), such as the city's 统一身份认证.</summary>
/// <param name="Name">How the button calls it.</param>
/// <param name="MatchesName">Whether an account that the security administrator has allowed for it is found by <c>preferred_username</c> the first time.</param>
public sealed record OutsideProvider(string Authority, string ClientId, string ClientSecret, string Name, bool MatchesName)
{
    public const string Scheme = "oidc";

    /// <summary>From the environment: JIEDUI_OIDC_AUTHORITY, _CLIENT_ID, _CLIENT_SECRET, _NAME, _MATCH. Null where no authority is named.</summary>
    public static OutsideProvider? FromEnvironment() => Value("AUTHORITY") is not { } authority
        ? null
        : new OutsideProvider(authority, Value("CLIENT_ID") ?? "jiedui", Value("CLIENT_SECRET") ?? "", Value("NAME") ?? "统一身份认证", Value("MATCH") == "preferred_username");

    private static string? Value(string name) => Environment.GetEnvironmentVariable("JIEDUI_OIDC_" + name) is { Length: > 0 } value ? value : null;
}

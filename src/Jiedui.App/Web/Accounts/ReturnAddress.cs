namespace Jiedui.App.Web.Accounts;

/// <summary>Where a person wanted to go before being asked who he is: a page of ours, never another site's.</summary>
internal static class ReturnAddress
{
    public const string Parameter = "return";

    /// <summary>The address if it is a path of ours; else the start page.</summary>
    public static string Safe(string? asked) => IsOurs(asked) ? asked! : "/";

    // "//evil" and "/\evil" are other hosts to a browser, and so is what hides one behind a tab or a line break.
    private static bool IsOurs(string? asked) =>
        asked is ['/', ..] && !(asked.Length > 1 && asked[1] is '/' or '\\') && !asked.Any(char.IsControl) && !asked.StartsWith("/sign-", StringComparison.Ordinal);
}

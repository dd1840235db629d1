namespace Jiedui.Access.Accounts;

/// <summary>One sign-in that lasts.</summary>
/// <param name="Id">Names it; from it nobody can make the secret that the browser holds.</param>
/// <param name="Place">The address that it came from.</param>
public sealed record Session(string Id, string Account, DateTimeOffset Began, DateTimeOffset Seen, string Place, string Browser)
{
    /// <summary>A session ends when nothing was asked in it for so long …</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(8);

    /// <summary>… and when it is so old.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(12);

    public DateTimeOffset Ends => Seen + LongestRest < Began + LongestLife ? Seen + LongestRest : Began + LongestLife;
}

using Jiedui.App.Gate.Limits;
using Jiedui.App.Web.Accounts;

namespace Jiedui.App.Web;

/// <summary>How the pages are served.</summary>
public sealed record WebOptions
{
    /// <summary>Where to listen, several separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>What who sets the installation up from another machine must know; empty where nobody may.</summary>
    public string SetupCode { get; init; } = "";

    /// <summary>Who else vouches for people; null for nobody.</summary>
    public OutsideProvider? Outside { get; init; }

    /// <summary>The largest upload in bytes, where files are taken.</summary>
    public long LargestUpload { get; init; } = 512L * 1024 * 1024;

    /// <summary>The largest of all other requests in bytes.</summary>
    public long LargestForm { get; init; } = 4L * 1024 * 1024;

    public static TimeSpan UsualLease { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a process says that it is there, where several serve one database; what one was doing goes to another two to three times as long after it was last heard of.</summary>
    public TimeSpan Lease { get; init; } = UsualLease;

    public RateOptions Rates { get; init; } = new();

    /// <summary>The reverse proxies whose word is taken for who is asking and whether over TLS: addresses and networks (10.0.0.0/8), separated by commas.</summary>
    public string Proxies { get; init; } = "";
}

using System.Globalization;
using System.Security.Claims;
using Jiedui.Access;
using Jiedui.Measures;

namespace Jiedui.App.Gate;

/// <summary>Who sent the present request.</summary>
public sealed class Visitor(IHttpContextAccessor http)
{
    /// <summary>The claims that an account's sign-in or token carries.</summary>
    public const string RoleClaim = "jiedui.role";
    public const string PartnershipClaim = "jiedui.partnership";
    public const string SideClaim = "jiedui.side";
    public const string UnitClaim = "jiedui.unit";

    /// <summary>One for each act that a token leaves of the role's; none for all.</summary>
    public const string ScopeClaim = "jiedui.scope";

    /// <summary>Null for who is not signed in.</summary>
    public Actor? Actor => field ??= Of(http.HttpContext);

    public bool May(Act act) => Actor is { } actor && Policy.Allows(actor, act);

    public bool May(Act act, long partnership) => Actor is { } actor && Policy.Allows(actor, act, partnership);

    /// <summary>The actor, behind a door that lets nobody else in.</summary>
    public Actor Known => Actor ?? throw new InvalidOperationException("This page was reached without signing in.");

    private static Actor? Of(HttpContext? context)
    {
        if (context?.User is not { Identity.IsAuthenticated: true } user || !Enum.TryParse<Role>(user.FindFirstValue(RoleClaim), out var role))
            return null;
        var scope = user.FindAll(ScopeClaim).Select(claim => Enum.Parse<Act>(claim.Value)).ToHashSet();
        return new Actor(
            user.Identity!.Name ?? "", role, Number(user, PartnershipClaim), Enum.TryParse<Side>(user.FindFirstValue(SideClaim), out var side) ? side : null, Number(user, UnitClaim))
        {
            Place = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Scope = scope.Count == 0 ? null : scope,
        };
    }

    private static long? Number(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using System.Security.Claims;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.App.Gate;

namespace Jiedui.App.Web.Accounts;

/// <summary>What a request carries of the account that sent it. Made anew from the table for every request, so that a change of role or unit holds at once.</summary>
internal static class Claims
{
    public const string FullName = "jiedui.name";

    /// <summary>The session's secret: all that the cookie holds.</summary>
    public const string SessionSecret = "jiedui.secret";

    /// <summary>The session's public name.</summary>
    public const string Session = "jiedui.session";

    /// <summary>The password is a temporary one: nothing is open but the page that changes it.</summary>
    public const string MustChange = "jiedui.must-change";

    public static ClaimsPrincipal Of(Account account, string scheme, IEnumerable<Act> scope, params IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.Name));
        identity.AddClaim(new Claim(FullName, account.FullName));
        identity.AddClaim(new Claim(Visitor.RoleClaim, account.Role.ToString()));
        if (account.Binding.Partnership is { } partnership)
            identity.AddClaim(new Claim(Visitor.PartnershipClaim, partnership.ToString(CultureInfo.InvariantCulture)));
        if (account.Binding.Side is { } side)
            identity.AddClaim(new Claim(Visitor.SideClaim, side.ToString()));
        if (account.Binding.Unit is { } unit)
            identity.AddClaim(new Claim(Visitor.UnitClaim, unit.ToString(CultureInfo.InvariantCulture)));
        if (account.MustChange)
            identity.AddClaim(new Claim(MustChange, "1"));
        identity.AddClaims(scope.Select(act => new Claim(Visitor.ScopeClaim, act.ToString())));
        identity.AddClaims(more);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The account's id; null for who is not signed in.</summary>
    public static string? AccountOf(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true ? user.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    public static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(Session) ?? "";
}

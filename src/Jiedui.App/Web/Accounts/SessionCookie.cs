using System.Security.Claims;
using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>
/// The cookie holds a session's secret and nothing else. Who that is, and what he may, is read from the table at every request: a session ended elsewhere is
/// ended here, and a role taken away is gone.
/// </summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public const string Name = "jiedui.session";

    public override Task SigningIn(CookieSigningInContext context)
    {
        var account = context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var secret = sessions.Begin(account, context.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString());
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Claims.SessionSecret, secret)], IdentityConstants.ApplicationScheme));
        return Task.CompletedTask;
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirstValue(Claims.SessionSecret) is not { } secret || sessions.Live(secret) is not { } live)
        {
            context.RejectPrincipal();
            return Task.CompletedTask;
        }
        context.ReplacePrincipal(Claims.Of(live.Account, IdentityConstants.ApplicationScheme, [], new Claim(Claims.Session, live.Session.Id)));
        return Task.CompletedTask;
    }

    public override Task SigningOut(CookieSigningOutContext context)
    {
        var user = context.HttpContext.User;
        if (Claims.AccountOf(user) is { } account)
            sessions.End(account, Claims.SessionOf(user));
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.IsForPrograms(context.Request) ? Refusal.NotSignedIn(context.HttpContext) : To(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Refusal.NotAllowed(context.HttpContext);

    private static Task To(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Jiedui.App.Web.Accounts;

/// <summary>Sign-in at an outside provider: the authorization code flow with PKCE. Of what it tells, the person's subject and name are kept for the few seconds that the way back takes.</summary>
internal static class OutsideSignIn
{
    public const string SubjectClaim = "sub";
    public const string NameClaim = "preferred_username";

    public static void AddOutside(this AuthenticationBuilder authentication, OutsideProvider outside) =>
        authentication.AddOpenIdConnect(OutsideProvider.Scheme, outside.Name, oidc =>
        {
            oidc.Authority = outside.Authority;
            oidc.ClientId = outside.ClientId;
            oidc.ClientSecret = outside.ClientSecret.Length > 0 ? outside.ClientSecret : null;
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            // The usual way back is a form posted from elsewhere, to which a browser gives no cookies over plain http.
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oidc.UsePkce = true;
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            oidc.CallbackPath = "/sign-in/outside/back";
            oidc.MapInboundClaims = false;
            oidc.SaveTokens = false;
            oidc.Scope.Clear();
            oidc.Scope.Add("openid");
            oidc.Scope.Add("profile");
            // A provider in the office's own network may have no certificate; one out in the world must.
            oidc.RequireHttpsMetadata = !(Uri.TryCreate(outside.Authority, UriKind.Absolute, out var address) && address.IsLoopback);
            oidc.Events.OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<ILogger<OutsideProvider>>().LogWarning(context.Failure, "The outside provider's answer was refused.");
                context.HandleResponse();
                context.Response.Redirect("/sign-in?outside=failed");
                return Task.CompletedTask;
            };
            oidc.Events.OnTicketReceived = context =>
            {
                var told = context.Principal!;
                context.Principal = new ClaimsPrincipal(new ClaimsIdentity(
                    [.. told.FindAll(claim => claim.Type is SubjectClaim or NameClaim).Select(claim => new Claim(claim.Type, claim.Value))], OutsideProvider.Scheme));
                return Task.CompletedTask;
            };
        });
}

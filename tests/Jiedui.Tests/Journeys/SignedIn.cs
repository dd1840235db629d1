using System.Security.Claims;
using System.Text.Encodings.Web;
using Jiedui.App.Gate;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jiedui.Tests.Journeys;

/// <summary>Signs in who a header of the request says it is (Role/Side/unit), so that what each may do is tested apart from how one signs in.</summary>
internal sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Test-Actor";

    public static void Add(IServiceCollection services) =>
        services.AddAuthentication(nameof(SignedIn)).AddScheme<AuthenticationSchemeOptions, SignedIn>(nameof(SignedIn), null);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].FirstOrDefault()?.Split('/') is not { Length: 3 } actor)
            return Task.FromResult(AuthenticateResult.NoResult());
        var claims = new List<Claim> { new(ClaimTypes.Name, $"{actor[0]}-{actor[1]}"), new(Visitor.RoleClaim, actor[0]) };
        if (actor[1].Length > 0)
            claims.Add(new(Visitor.SideClaim, actor[1]));
        if (actor[2].Length > 0)
            claims.Add(new(Visitor.UnitClaim, actor[2]));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, nameof(SignedIn))), nameof(SignedIn))));
    }
}

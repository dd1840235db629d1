using System.Security.Claims;
using System.Text.Encodings.Web;
using Jiedui.Access;
using Jiedui.App.Gate;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jiedui.Tests.Kit;

/// <summary>Signs a request in as whom its header names; without the header, as an office of every partnership; as nobody where it says so.</summary>
internal sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-Test-Actor";
    public const string Nobody = "nobody";

    private const string SchemeName = "test";

    public static void Add(IServiceCollection services) => services
        .AddAuthentication(SchemeName)
        .AddScheme<AuthenticationSchemeOptions, TestSignIn>(SchemeName, null);

    /// <summary>The header's text for an actor.</summary>
    public static string Of(Actor actor) => string.Join(';', actor.Role, actor.Partnership, actor.Side, actor.Unit, string.Join(',', actor.Scope ?? new HashSet<Act>()), Uri.EscapeDataString(actor.Name));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var told = Request.Headers[Header].FirstOrDefault() ?? Of(new Actor("测试", Role.Office));
        if (told == Nobody)
            return Task.FromResult(AuthenticateResult.NoResult());
        var parts = told.Split(';');
        var claims = new List<Claim> { new(ClaimTypes.Name, Uri.UnescapeDataString(parts[5])), new(Visitor.RoleClaim, parts[0]) };
        Add(Visitor.PartnershipClaim, parts[1]);
        Add(Visitor.SideClaim, parts[2]);
        Add(Visitor.UnitClaim, parts[3]);
        foreach (var act in parts[4].Split(',', StringSplitOptions.RemoveEmptyEntries))
            Add(Visitor.ScopeClaim, act);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName)));

        void Add(string claim, string value)
        {
            if (value.Length > 0)
                claims.Add(new Claim(claim, value));
        }
    }
}

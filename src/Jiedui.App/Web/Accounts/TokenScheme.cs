using System.Text.Encodings.Web;
using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Jiedui.App.Web.Accounts;

/// <summary><c>Authorization: Bearer jd_…</c>: a program acts for an account, as far as its token goes.</summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Tokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    private const string Beginning = "Bearer ";

    public static bool IsMeant(HttpRequest request) =>
        Refusal.IsForPrograms(request) && request.Headers.Authorization.ToString().StartsWith(Beginning, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(tokens.Live(header[Beginning.Length..].Trim()) is { Account.MustChange: false } live
            ? AuthenticateResult.Success(new AuthenticationTicket(Claims.Of(live.Account, Name, live.Token.Scope), Name))
            : AuthenticateResult.Fail("unknown token"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusal.NotSignedIn(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.NotAllowed(Context);
}

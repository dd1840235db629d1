using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace Jiedui.Tests.Kit;

/// <summary>
/// A real OpenID Connect provider on a port of its own: the protocol is OpenIddict's server (simpler to start than the npm package, which would need a process
/// of its own), in the mode in which it keeps no tables; the one client and the person who is signed in there are ours.
/// </summary>
public sealed class Provider : IAsyncDisposable
{
    public const string Client = "jiedui";

    public const string Secret = "a-secret-of-the-tests";

    private readonly WebApplication app;

    private Provider(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Who is signed in at the provider.</summary>
    public static (string Subject, string Name) Person { get; set; }

    public static async Task<Provider> Start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.RegisterScopes(OpenIddictConstants.Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.EnableDegradedMode();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || !context.RedirectUri!.EndsWith("/sign-in/outside/back", StringComparison.Ordinal))
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret)
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("provider");
                identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, Person.Subject));
                identity.AddClaim(new Claim(OpenIddictConstants.Claims.PreferredUsername, Person.Name).SetDestinations(OpenIddictConstants.Destinations.IdentityToken));
                context.SignIn(new ClaimsPrincipal(identity).SetScopes(context.Request.GetScopes()));
                return default;
            }));
        });
        var app = builder.Build();
        app.Use(RoundAbout);
        app.UseAuthentication();
        await app.StartAsync();
        return new Provider(app);
    }

    /// <summary>Sends who asks on to a third place, as providers do that leave the sign-in to others, and from there back.</summary>
    private static Task RoundAbout(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request;
        if (asked.Path == "/elsewhere")
            context.Response.Redirect($"http://127.0.0.1:{asked.Host.Port}/connect/authorize{asked.QueryString}&seen=1");
        else if (asked.Path == "/connect/authorize" && !asked.Query.ContainsKey("seen"))
            context.Response.Redirect($"http://localhost:{asked.Host.Port}/elsewhere{asked.QueryString}");
        else
            return next(context);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

using System.Text.RegularExpressions;
using Jiedui.Access.Auditing;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Web;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jiedui.Tests.Web;

/// <summary>The real program over an empty book, behind a proxy that it trusts, with limits that a test can reach.</summary>
public sealed partial class GuardedSite : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private WebApplication? app;

    public Database Database { get; private set; } = default!;

    public AuditLog Log => new(Database);

    /// <summary>Each route with its methods; what it asks for in its path is filled in.</summary>
    public IReadOnlyList<(string Address, IReadOnlyList<string> Methods)> Routes =>
    [
        .. app!.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (
                "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "1"),
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? (IReadOnlyList<string>)["GET"])),
    ];

    public HttpClient Client { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Database = TestServer.Open(Path.Combine(folder.Path, "data"));
        // Without an account every page leads to the first start.
        TestAccounts.Add(Database, Jiedui.Access.Role.SecurityAdministrator);
        app = await Start(new RateOptions { SignInsByAddress = 100_000, SignInsByName = 100_000, Imports = 100_000, Exports = 100_000, Packs = 100_000 });
        Client = ClientOf(app);
    }

    /// <summary>The same book, served with other limits.</summary>
    public async Task<WebApplication> Start(RateOptions rates)
    {
        var started = WebHosting.Build(
            new WebOptions { DataFolder = Database.Folder, Urls = "http://127.0.0.1:0", Rates = rates, Proxies = "127.0.0.1, ::1" }, Database, Article.Catalogue, TestSignIn.Add);
        await started.StartAsync();
        return started;
    }

    /// <summary>Waits for the word to send a large body, however busy the machine is: a body that nobody takes breaks the line.</summary>
    public static HttpClient ClientOf(WebApplication app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new Uri(app.Urls.Single()) };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

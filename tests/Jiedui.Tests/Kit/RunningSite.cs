using Jiedui.App.Web;
using Jiedui.App.Web.Accounts;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Tests.Kit;

/// <summary>The web application over an installation of its own, without any account but those that a test makes.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningSite(Installation installation, WebApplication app)
    {
        Installation = installation;
        this.app = app;
    }

    public Installation Installation { get; }

    public string Address => app.Urls.Single();

    public static async Task<RunningSite> Start(Installation installation, string setupCode = "", OutsideProvider? outside = null)
    {
        var options = new WebOptions { DataFolder = installation.Database.Folder, Urls = "http://127.0.0.1:0", SetupCode = setupCode, Outside = outside };
        var app = WebHosting.Build(options, installation.Database, Article.Catalogue);
        await app.StartAsync();
        return new RunningSite(installation, app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Installation.Dispose();
    }
}

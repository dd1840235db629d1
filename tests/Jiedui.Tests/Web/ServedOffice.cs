using System.Net;
using Jiedui.Access;
using Jiedui.App.Web;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;

namespace Jiedui.Tests.Web;

/// <summary>For tests of a small office that knows the case's units and is served by the real program, each its own.</summary>
public abstract class ServedOffice : IAsyncLifetime
{
    private WebApplication? app;

    protected Installation Office { get; } = Installation.WithCaseUnits();

    /// <summary>Somebody of the office, who keeps cookies.</summary>
    protected HttpClient Client { get; private set; } = default!;

    protected CancellationToken Token { get; } = TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        // Without an account every page leads to the first start.
        TestAccounts.Add(Office.Database, Role.SecurityAdministrator);
        app = WebHosting.Build(new WebOptions { DataFolder = Office.Database.Folder, Urls = "http://127.0.0.1:0" }, Office.Database, Article.Catalogue, TestSignIn.Add);
        await app.StartAsync(Token);
        Client = SigningIn.Client(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        Office.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A page, its entities decoded.</summary>
    protected async Task<string> Read(string address)
    {
        using var answer = await Client.GetAsync(address, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }
}

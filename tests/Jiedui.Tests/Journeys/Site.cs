using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.App.Web;
using Jiedui.Flow.Importing;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>The real program on a port of its own, over the whole case, and a real browser before it. One serves all journeys, another all pages; signed in as an office unless it asks otherwise.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Small enough that a test can go over it.</summary>
    public const int LargestUpload = 8 * 1024 * 1024;

    private readonly TempFolder folder = new();
    private readonly Dictionary<Role, Person> people = [];
    private WebApplication? app;
    private IPlaywright? playwright;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = default!;

    /// <summary>For what a page is not needed to ask; signed in as an office.</summary>
    public HttpClient Client { get; private set; } = default!;

    public Database Database { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Database = TestServer.Open(Path.Combine(folder.Path, "data"));
        var files = Directory.EnumerateFiles(Path.Combine(Case.Folder, "ledgers")).Order(StringComparer.Ordinal).Select(ImportFile.At);
        var report = new Importer(Database, Article.Catalogue).Import([.. files, ImportFile.At(Spiteful.Save(folder.Path))], new ImportOptions());
        Assert.True(report.IsDone);
        app = WebHosting.Build(new WebOptions { DataFolder = Database.Folder, Urls = "http://127.0.0.1:0", LargestUpload = LargestUpload }, Database, Article.Catalogue);
        await app.StartAsync();
        Address = app.Urls.Single();
        Client = await SignedIn(Role.Office);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A client that is signed in as somebody of this role; each role has one account and one session.</summary>
    public async Task<HttpClient> SignedIn(Role role) => (await PersonOf(role)).Client;

    /// <summary>A client that nobody has signed in with.</summary>
    public HttpClient Stranger() => SigningIn.Client(Address);

    /// <summary>A browser window that somebody of this role has signed in with; null for a stranger's.</summary>
    public async Task<Visit> Visit(int width, string language = "zh", ColorScheme scheme = ColorScheme.Light, Role? role = Role.Office)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = width < 500 ? 844 : 900 },
            ColorScheme = scheme,
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = Address }]);
        if (role is { } signedIn)
            await context.AddCookiesAsync([new() { Name = SigningIn.Cookie, Value = (await PersonOf(signedIn)).Session, Url = Address }]);
        return new Visit(context, await context.NewPageAsync(), Address);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values)
            person.Client.Dispose();
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    private async Task<Person> PersonOf(Role role)
    {
        if (people.TryGetValue(role, out var known))
            return known;
        var (name, password) = TestAccounts.Add(Database, role);
        var client = SigningIn.Client(Address);
        var session = await SigningIn.WithPassword(client, name, password);
        return people[role] = new Person(client, session);
    }

    private static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(place => Path.Combine(place, "chromium")).First(File.Exists);
}

/// <summary>Somebody who has signed in, and the cookie that says so.</summary>
internal sealed record Person(HttpClient Client, string Session);

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;

/// <summary>Another, so that all pages are looked at while the journeys go on.</summary>
[CollectionDefinition(nameof(LookedAtSite))]
public sealed class LookedAtSite : ICollectionFixture<Site>;

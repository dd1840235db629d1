using Jiedui.App.Web;
using Jiedui.Flow.Importing;
using Jiedui.Measures;
using Jiedui.Storage;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>The real program on a port of its own, over the whole case, and a real browser before it. One serves every journey.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>Small enough that a test can go over it.</summary>
    public const int LargestUpload = 8 * 1024 * 1024;

    private readonly TempFolder folder = new();
    private WebApplication? app;
    private IPlaywright? playwright;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = default!;

    /// <summary>For what a page is not needed to ask.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        var database = Database.Open(Path.Combine(folder.Path, "data"), Article.Catalogue.Ledgers);
        var files = Directory.EnumerateFiles(Path.Combine(Case.Folder, "ledgers")).Order(StringComparer.Ordinal).Select(ImportFile.At);
        var report = new Importer(database, Article.Catalogue).Import([.. files, ImportFile.At(Spiteful.Save(folder.Path))], new ImportOptions());
        Assert.True(report.IsDone);
        app = WebHosting.Build(new WebOptions { DataFolder = database.Folder, Urls = "http://127.0.0.1:0", LargestUpload = LargestUpload }, database, Article.Catalogue, TestSignIn.Add);
        await app.StartAsync();
        Address = app.Urls.Single();
        Client.BaseAddress = new Uri(Address);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser window that nobody has used.</summary>
    public async Task<Visit> Visit(int width, string language = "zh", ColorScheme scheme = ColorScheme.Light)
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
        return new Visit(context, await context.NewPageAsync(), Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    private static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin").Select(place => Path.Combine(place, "chromium")).First(File.Exists);
}

[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jiedui.App.Answers;
using Jiedui.App.Api;
using Jiedui.App.Gate;
using Jiedui.App.Web.Backups;
using Jiedui.App.Web.Downloads;
using Jiedui.App.Web.Importing;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Keeping.Schedule;
using Jiedui.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Jiedui.App.Web;

/// <summary>Composes the web application: server-rendered pages, their downloads and uploads.</summary>
public static class WebHosting
{
    public static WebApplication Build(WebOptions options, Database database, Catalogue catalogue)
    {
        // The program may be started from any folder, and by a test; its own files stand beside it, under its own name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(WebHosting).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = options.LargestUpload;
            kestrel.AddServerHeader = false;
        });
        // Standard output is for answers; what goes wrong is said on standard error. Form keys lie in the data folder, as the rest does.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDoors();
        AddPages(builder.Services, options);
        AddBooks(builder.Services, database, catalogue);
        builder.Services.AddOpenApi(document => document.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
        builder.Services.ConfigureHttpJsonOptions(json => Answer.Configure(json.SerializerOptions));
        var app = builder.Build();
        Use(app);
        return app;
    }

    /// <summary>What the pages read and write. One connection serves one request.</summary>
    private static void AddBooks(IServiceCollection services, Database database, Catalogue catalogue)
    {
        services.AddSingleton(database);
        services.AddSingleton(database.Vault);
        services.AddSingleton(catalogue);
        services.AddScoped(_ => database.Connect());
        services.AddScoped<LedgerBook>();
        services.AddScoped<Figures>();
        services.AddScoped<Importer>();
        services.AddScoped<BackupRuns>();
        services.AddSingleton<BackupClock>();
        services.AddHostedService(all => all.GetRequiredService<BackupClock>());
    }

    private static void AddPages(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "jiedui.form");
        services.AddDataProtection().SetApplicationName("jiedui").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, "keys")));
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = options.LargestUpload);
        // Chinese stays readable in the page's source; what could be markup is still escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Words.Words>();
        services.AddScoped<Standpoint>();
        services.AddScoped<Telling>();
        services.AddSingleton<ImportJobs>();
    }

    private static void Use(WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true);
        app.Use(SecurityHeaders.Add);
        app.Use(LanguageChoice.Keep);
        app.Use(AddressOfPages.Complete);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapApi();
        ImportEndpoints.Map(app);
        Records.WithdrawalEndpoint.Map(app);
        DownloadEndpoints.Map(app);
        BackupEndpoints.Map(app);
        app.MapRazorComponents<Shell.App>();
    }
}

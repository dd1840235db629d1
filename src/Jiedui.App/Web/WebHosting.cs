using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Api;
using Jiedui.App.Gate;
using Jiedui.App.Gate.Forms;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Web.Accounts;
using Jiedui.App.Web.Auditing;
using Jiedui.App.Web.Backups;
using Jiedui.App.Web.Downloads;
using Jiedui.App.Web.Evidence;
using Jiedui.App.Web.Importing;
using Jiedui.App.Web.Jobs;
using Jiedui.App.Web.Matching;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Importing.Typing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
using Jiedui.Keeping.Schedule;
using Jiedui.Storage;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;

namespace Jiedui.App.Web;

/// <summary>Composes the web application: server-rendered pages, their downloads and uploads.</summary>
public static class WebHosting
{
    /// <param name="more">What else the program is composed of: a test signs its visitors in by it.</param>
    public static WebApplication Build(WebOptions options, Database database, Catalogue catalogue, Action<IServiceCollection>? more = null)
    {
        // The program may be started from any folder, and by a test; its own files stand beside it, under its own name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(WebHosting).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LargestForm;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        // Standard output is for answers; what goes wrong is said on standard error.
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDoors();
        AddPages(builder.Services, options);
        AddBooks(builder.Services, database, catalogue);
        builder.Services.AddAccounts(options);
        AddGuards(builder.Services, options);
        builder.Services.AddSharedJobs(database, options.Lease);
        builder.Services.AddOpenApi(document => document.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true);
        builder.Services.ConfigureHttpJsonOptions(json => Answer.Configure(json.SerializerOptions));
        more?.Invoke(builder.Services);
        var app = builder.Build();
        FormerUploads.Wipe(options.DataFolder, app.Logger);
        Use(app, options);
        return app;
    }

    /// <summary>What the pages read and write. One connection serves one request.</summary>
    private static void AddBooks(IServiceCollection services, Database database, Catalogue catalogue)
    {
        services.AddSingleton(database);
        services.AddSingleton(database.Vault);
        services.AddSingleton(catalogue);
        services.AddSingleton<AuditLog>();
        services.AddSingleton<DeedLog>();
        services.AddSingleton<EvidenceBook>();
        services.AddScoped(_ => database.Connect());
        services.AddScoped<LedgerBook>();
        services.AddScoped<Figures>();
        services.AddScoped<Importer>();
        services.AddScoped<BothSides>();
        services.AddScoped<WordDesk>();
        services.AddSingleton<WaitingCounts>();
        services.AddSingleton<LedgerIndexes>();
        services.AddHostedService<IndexClock>();
        services.AddSingleton<KnownAnswers>();
        services.AddScoped<Known>();
        services.AddScoped<TypedEntries>();
        services.AddScoped<Pen>();
        services.AddScoped<RecordDesk>();
        services.AddScoped<BackupRuns>();
    }

    private static void AddGuards(IServiceCollection services, WebOptions options)
    {
        services.AddRateLimits(options.Rates);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        // No cookie is for scripts, and over TLS none goes without it; each says itself how far it goes to other sites.
        services.Configure<CookiePolicyOptions>(cookies => (cookies.HttpOnly, cookies.Secure) = (HttpOnlyPolicy.Always, CookieSecurePolicy.SameAsRequest));
        services.AddSingleton(TimeProvider.System);
    }

    private static void AddPages(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddDoors();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "jiedui.form");
        services.AddSharedFormKeys();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = options.LargestUpload);
        // Chinese stays readable in the page's source; what could be markup is still escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Words.Words>();
        services.AddScoped<Standpoint>();
        services.AddScoped<Telling>();
        services.AddScoped<Asked>();
        services.AddScoped<Records.WordForm>();
        services.AddSingleton<MatchJobs>();
        services.AddSingleton<ShownPictures>();
        services.AddSingleton<FiledForms>();
    }

    private static void Use(WebApplication app, WebOptions options)
    {
        if (options.Proxies.Length > 0)
            app.UseForwardedHeaders(Proxies.Trusted(options.Proxies));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            // A request that is too large or broken is its sender's fault, and says so.
            StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.Use(Turns.Of(app.Services.GetRequiredService<Database>()).Take);
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true);
        app.Use(RefusalPage.AskedAgain);
        app.Use(ApiRoutes.AnswerPlainly);
        app.Use(SecurityHeaders.Add);
        app.UseHsts();
        app.UseSealedForms();
        app.UseCookiePolicy();
        app.Use(NewestKey.Learn);
        app.Use(LanguageChoice.Keep);
        app.Use(FirstStart.Lead);
        app.UseAuthentication();
        app.Use(PasswordFirst.Lead);
        app.Use(OwnPlaces.Lead);
        app.Use(OwnAccount.Lead);
        app.UseAuthorization();
        app.Use(AddressOfPages.Complete);
        app.UseRateLimits();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new StaticAssetMark());
        SignInEndpoints.Map(app);
        MyEndpoints.Map(app);
        app.MapApi(options.LargestUpload);
        ImportEndpoints.Map(app);
        MatchEndpoints.Map(app);
        Records.WithdrawalEndpoint.Map(app);
        Records.WordEndpoints.Map(app);
        DownloadEndpoints.Map(app);
        AuditEndpoints.Map(app);
        EvidenceEndpoints.Map(app);
        BackupEndpoints.Map(app);
        app.MapRazorComponents<Shell.App>();
    }
}

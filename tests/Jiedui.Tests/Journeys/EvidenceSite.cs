using System.Security.Claims;
using System.Text.Encodings.Web;
using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.App.Web;
using Jiedui.Tests.Kit;
using Jiedui.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jiedui.Tests.Journeys;

/// <summary>The real program over three surveyed people, two of one town and one of another; a request says who sends it.</summary>
public sealed class EvidenceSite : IAsyncLifetime
{
    /// <summary>Role, and behind a blank the unit; without the header it is the office.</summary>
    public const string As = "X-Test-As";

    private readonly Installation office = Installation.WithCaseUnits();
    private WebApplication? app;

    public Installation Office => office;

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        office.Import(new Xlsx().Sheet("名册",
        [
            ["姓名", "身份证号", "户籍镇", "意愿", "摸排方式", "摸排日期", "佐证材料"],
            ["于平", "619926198104023516", "棣花镇", "转岗", "电话", "2020-06-01", "摸排表"],
            ["于平", "619926198104023516", "棣花镇", "转岗", "电话", "2020-07-01", null],
            ["于平", "619926198104023516", "商镇", "转岗", "电话", "2020-08-01", "摸排表"],
        ]).Save(office.Folder));
        Assert.Equal(3, office.Count("labour_workers"));
        // Without an account every page leads to the first start.
        TestAccounts.Add(office.Database, Role.SecurityAdministrator);
        app = WebHosting.Build(
            new WebOptions { DataFolder = office.Database.Folder, Urls = "http://127.0.0.1:0" }, office.Database, Article.Catalogue,
            services => services
                .Configure<AuthenticationOptions>(schemes => schemes.DefaultAuthenticateScheme = schemes.DefaultChallengeScheme = schemes.DefaultForbidScheme = "test")
                .AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, SignedIn>("test", null));
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        office.Dispose();
    }

    private sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var said = Request.Headers[As].FirstOrDefault()?.Split(' ') ?? [nameof(Role.Office)];
            if (said[0] == "Nobody")
                return Task.FromResult(AuthenticateResult.NoResult());
            var claims = new List<Claim> { new(ClaimTypes.Name, "tester"), new(Visitor.RoleClaim, said[0]) };
            if (said.Length > 1)
                claims.AddRange([new(Visitor.PartnershipClaim, "1"), new(Visitor.UnitClaim, said[1])]);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), "test")));
        }
    }
}

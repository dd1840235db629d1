using System.Net;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Web.Accounts;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>Sign-in at an outside provider, over the whole way there and back.</summary>
[Collection(nameof(Site))]
public sealed partial class OutsideSignInTests(Site browser)
{
    [Fact]
    public async Task Only_a_person_whom_somebody_linked_comes_in()
    {
        await using var provider = await Provider.Start();
        await using var site = await Start(provider, matchesName: false);
        var (name, password) = TestAccounts.Add(site.Installation.Database, Role.Leader);
        Provider.Person = ("subject-1", name);

        using var client = SigningIn.Client(site.Address);
        Assert.Equal("/sign-in?outside=unknown", await There(client, "/sign-in"));
        Assert.Null(SigningIn.CookieOf(client, SigningIn.Cookie));

        await SigningIn.WithPassword(client, name, password);
        Assert.Equal("/me?told=linked", await There(client, "/me"));
        using var later = SigningIn.Client(site.Address);
        Assert.Equal("/", await There(later, "/sign-in"));
        Assert.NotNull(SigningIn.CookieOf(later, SigningIn.Cookie));

        new AccountBook(site.Installation.Database, new AuditLog(site.Installation.Database)).Lock(
            Actor.Owner("tests"), new AccountBook(site.Installation.Database, new AuditLog(site.Installation.Database)).Named(name)!.Id);
        using var locked = SigningIn.Client(site.Address);
        Assert.Equal("/sign-in?outside=unknown", await There(locked, "/sign-in"));
    }

    [Fact]
    public async Task A_name_is_enough_only_where_the_administrator_allowed_it_and_only_for_the_first_who_comes()
    {
        await using var provider = await Provider.Start();
        await using var site = await Start(provider, matchesName: true);
        var (name, _) = TestAccounts.Add(site.Installation.Database, Role.Leader);
        var book = new AccountBook(site.Installation.Database, new AuditLog(site.Installation.Database));
        Provider.Person = ("subject-2", name);
        Assert.Equal("/sign-in?outside=unknown", await There(SigningIn.Client(site.Address), "/sign-in"));
        book.AllowOutside(Actor.Owner("tests"), book.Named(name)!.Id, true);
        Assert.Equal("/", await There(SigningIn.Client(site.Address), "/sign-in"));
        // Another person who has taken the same name over there is not the same person.
        Provider.Person = ("subject-3", name);
        Assert.Equal("/sign-in?outside=unknown", await There(SigningIn.Client(site.Address), "/sign-in"));
        Assert.Single(book.All());
    }

    /// <summary>A browser minds where a form is sent on to; the provider is another origin, and sends its visitors on to a third.</summary>
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/me")]
    public async Task A_real_browser_is_let_through_to_the_provider_and_back(string page)
    {
        await using var provider = await Provider.Start();
        await using var site = await Start(provider, matchesName: true);
        var (name, password) = TestAccounts.Add(site.Installation.Database, Role.Leader);
        var book = new AccountBook(site.Installation.Database, new AuditLog(site.Installation.Database));
        book.AllowOutside(Actor.Owner("tests"), book.Named(name)!.Id, true);
        Provider.Person = ("subject-4", name);
        await using var context = await browser.Browser.NewContextAsync(new() { BaseURL = site.Address });
        if (page == "/me")
        {
            using var client = SigningIn.Client(site.Address);
            await context.AddCookiesAsync([new() { Name = SigningIn.Cookie, Value = await SigningIn.WithPassword(client, name, password), Url = site.Address }]);
        }
        var window = await context.NewPageAsync();
        var faults = new List<string>();
        window.Console += (_, message) => faults.Add(message.Text);

        await window.GotoAsync(page);
        await window.ClickAsync("form[action='/sign-in/outside'] button");

        await window.WaitForURLAsync(url => new Uri(url).PathAndQuery is "/" or "/me?told=linked");
        Assert.Contains(await context.CookiesAsync(), cookie => cookie.Name == SigningIn.Cookie);
        Assert.Empty(faults);
    }

    private static Task<RunningSite> Start(Provider provider, bool matchesName) =>
        RunningSite.Start(new Installation(), outside: new OutsideProvider(provider.Address, Provider.Client, Provider.Secret, "市统一身份认证", matchesName));

    /// <summary>Presses the provider's button, and goes where each answer leads.</summary>
    /// <returns>The page of ours where it ends.</returns>
    private static async Task<string> There(HttpClient client, string page)
    {
        var answer = await SigningIn.Post(client, page, "/sign-in/outside");
        var first = WebUtility.HtmlDecode(Leading().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
        Assert.Contains("code_challenge=", first, StringComparison.Ordinal);
        answer.Dispose();
        answer = await client.GetAsync(new Uri(first));
        for (var steps = 0; steps < 8; steps++)
        {
            var place = SigningIn.PlaceOf(answer, client);
            if (place.StartsWith('/') && !place.StartsWith("/sign-in/outside/", StringComparison.Ordinal))
                return place;
            answer.Dispose();
            answer = await client.GetAsync(new Uri(client.BaseAddress!, place));
        }
        throw new InvalidOperationException("The way there and back does not end.");
    }

    [GeneratedRegex("content=\"0;url=([^\"]+)\"")]
    private static partial Regex Leading();
}

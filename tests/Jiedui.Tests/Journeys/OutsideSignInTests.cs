using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Web.Accounts;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>Sign-in at an outside provider, over the whole way there and back.</summary>
public sealed class OutsideSignInTests
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

    private static Task<RunningSite> Start(Provider provider, bool matchesName) =>
        RunningSite.Start(new Installation(), outside: new OutsideProvider(provider.Address, Provider.Client, Provider.Secret, "市统一身份认证", matchesName));

    /// <summary>Presses the provider's button, and goes where each answer leads.</summary>
    /// <returns>The page of ours where it ends.</returns>
    private static async Task<string> There(HttpClient client, string page)
    {
        var answer = await SigningIn.Post(client, page, "/sign-in/outside");
        Assert.Contains("code_challenge=", answer.Headers.Location!.Query, StringComparison.Ordinal);
        for (var steps = 0; steps < 6; steps++)
        {
            var place = SigningIn.PlaceOf(answer, client);
            if (place.StartsWith('/') && !place.StartsWith("/sign-in/outside/", StringComparison.Ordinal))
                return place;
            answer.Dispose();
            answer = await client.GetAsync(new Uri(client.BaseAddress!, place));
        }
        throw new InvalidOperationException("The way there and back does not end.");
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>The ways in, and what keeps others out.</summary>
[Collection(nameof(Site))]
public sealed partial class SignInTests(Site site)
{
    private const string Refused = "没有登录成功";

    private AuditLog Audit => new(site.Database);

    [Theory]
    [InlineData("/")]
    [InlineData("/ledgers/labour.workers")]
    [InlineData("/downloads/templates/labour.fairs.xlsx")]
    [InlineData("/me")]
    [InlineData("/admin/accounts")]
    [InlineData("/no-such-page")]
    public async Task A_stranger_is_asked_who_he_is_and_told_nothing(string address)
    {
        using var stranger = site.Stranger();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?return={Uri.EscapeDataString(address)}", answer.Headers.Location!.PathAndQuery);
        Assert.DoesNotContain("丹凤县", await stranger.GetStringAsync(new Uri("/sign-in", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/figures")]
    [InlineData("/openapi/v1.json")]
    public async Task A_program_without_a_token_is_told_so_in_chinese(string address)
    {
        using var stranger = site.Stranger();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("令牌", Regex.Unescape(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_leads_where_one_wanted_to_go()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Office);
        using var client = site.Stranger();
        using var answer = await SigningIn.Post(client, "/sign-in?return=%2Fimport", "sign-in", ("name", name.ToUpperInvariant()), ("password", password), ("return", "/import"));
        Assert.Equal("/import", SigningIn.PlaceOf(answer, client));
        using var page = await client.GetAsync(new Uri("/import?p=1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(AuditAct.SignIn, Audit.Find(new AuditQuery { Actor = name, Limit = 1 }).Entries[0].Act);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    [InlineData("/\t/example.com/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string wanted)
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        using var answer = await SigningIn.Post(client, "/sign-in?return=" + Uri.EscapeDataString(wanted), "sign-in", ("name", name), ("password", password), ("return", wanted));
        Assert.Equal("/", SigningIn.PlaceOf(answer, client));
    }

    [Fact]
    public async Task Wrong_names_and_wrong_passwords_are_told_alike_and_kept_without_the_name_that_nobody_has()
    {
        var (name, _) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        var wrongPassword = await Told(client, name, "not-The-1-password");
        var wrongName = await Told(client, "Secret-Typed-As-Name-9", "not-The-1-password");
        Assert.Contains(Refused, wrongPassword, StringComparison.Ordinal);
        Assert.Equal(wrongPassword, wrongName);
        Assert.Equal(AuditAct.SignInFailed, Audit.Find(new AuditQuery { Actor = name, Limit = 1 }).Entries[0].Act);
        Assert.Empty(Audit.Find(new AuditQuery { Search = "Typed-As-Name" }).Entries);
        Assert.NotEmpty(Audit.Find(new AuditQuery { Search = "不存在的账号 S…" }).Entries);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_right_one_out_until_an_administrator_opens()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        for (var tries = 0; tries < 5; tries++)
            Assert.Contains(Refused, await Told(client, name, "not-The-1-password"), StringComparison.Ordinal);
        Assert.Contains(Refused, await Told(client, name, password), StringComparison.Ordinal);
        var book = new AccountBook(site.Database, Audit);
        Assert.InRange(book.Named(name)!.LockedUntil!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        book.Unlock(Actor.Owner("tests"), book.Named(name)!.Id);
        Assert.NotEmpty(await SigningIn.WithPassword(client, name, password));
    }

    [Fact]
    public async Task A_temporary_password_opens_one_page_only()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Office, mustChange: true);
        using var client = site.Stranger();
        await SigningIn.WithPassword(client, name, password);
        Assert.Equal("/me/password", (await client.GetAsync(new Uri("/import?p=1", UriKind.Relative))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/api/v1/ledgers", UriKind.Relative))).StatusCode);

        foreach (var (wrong, why) in new[] { ("Short-7", "至少要 10 个字符"), ("onlysmallletters", "至少三种"), ($"{name}-X1", "不能有账号名"), ("Admin@123456", "太常见"), (password, "不能再用") })
            Assert.Contains(why, await Change(client, password, wrong), StringComparison.Ordinal);
        Assert.Contains("两遍密码不一样", await Body(await SigningIn.Post(client, "/me/password", "password", ("present", password), ("password", "Another-Horse-8"), ("again", "Another-Horse-9"))), StringComparison.Ordinal);
        Assert.Equal("", await Change(client, password, "Another-Horse-8"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/import?p=1", UriKind.Relative))).StatusCode);
        Assert.Contains("不能再用", await Change(client, "Another-Horse-8", password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_step_asks_for_a_code_that_works_once_or_a_recovery_code()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        await SigningIn.WithPassword(client, name, password);
        var page = await client.GetStringAsync(new Uri("/me/second-step", UriKind.Relative));
        var secret = Secret().Match(page).Groups[1].Value;
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        var now = DateTimeOffset.UtcNow;
        Assert.Contains("验证码不对", await Body(await SigningIn.Post(client, "/me/second-step", "on", ("code", "000000"))), StringComparison.Ordinal);
        var codes = Recovery().Matches(await Body(await SigningIn.Post(client, "/me/second-step", "on", ("code", OneTimeCode.Of(secret, now))))).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);

        using var phone = site.Stranger();
        using (var first = await SigningIn.Post(phone, "/sign-in", "sign-in", ("name", name), ("password", password)))
            Assert.StartsWith("/sign-in/second", SigningIn.PlaceOf(first, phone), StringComparison.Ordinal);
        Assert.Null(SigningIn.CookieOf(phone, SigningIn.Cookie));
        Assert.Contains(Refused, await Body(await SigningIn.Post(phone, "/sign-in/second", "code", ("code", OneTimeCode.Of(secret, now)))), StringComparison.Ordinal);
        using (var second = await SigningIn.Post(phone, "/sign-in/second", "code", ("code", OneTimeCode.Of(secret, now.AddSeconds(30)))))
            Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.NotNull(SigningIn.CookieOf(phone, SigningIn.Cookie));

        foreach (var isFirst in new[] { true, false })
        {
            using var lost = site.Stranger();
            await SigningIn.Post(lost, "/sign-in", "sign-in", ("name", name), ("password", password));
            using var answer = await SigningIn.Post(lost, "/sign-in/second", "recovery", ("recovery", codes[0]));
            Assert.Equal(isFirst, SigningIn.CookieOf(lost, SigningIn.Cookie) is not null);
        }
        Assert.DoesNotContain(secret.Replace(" ", "", StringComparison.Ordinal), System.Text.Encoding.Latin1.GetString(AccessFile()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        var cookie = await SigningIn.WithPassword(client, name, password);
        await SigningIn.Post(client, "/me", "/sign-out");
        using var thief = site.Stranger();
        thief.DefaultRequestHeaders.Add("Cookie", $"{SigningIn.Cookie}={cookie}");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(new Uri("/me", UriKind.Relative))).StatusCode);
        Assert.Equal(AuditAct.SignOut, Audit.Find(new AuditQuery { Actor = name, Limit = 1 }).Entries[0].Act);
    }

    [Fact]
    public async Task A_session_ended_elsewhere_and_a_role_taken_away_hold_at_once()
    {
        TestAccounts.Add(site.Database, Role.SecurityAdministrator);
        var (name, password) = TestAccounts.Add(site.Database, Role.SecurityAdministrator);
        using var here = site.Stranger();
        using var there = site.Stranger();
        await SigningIn.WithPassword(here, name, password);
        await SigningIn.WithPassword(there, name, password);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(new Uri("/admin/accounts", UriKind.Relative))).StatusCode);
        await SigningIn.Post(here, "/me", "/me/sessions/end-others");
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(new Uri("/admin/accounts", UriKind.Relative))).StatusCode);

        var book = new AccountBook(site.Database, Audit);
        book.Bind(Actor.Owner("tests"), book.Named(name)!.Id, new Binding(Role.AuditAdministrator));
        using var refused = await here.GetAsync(new Uri("/admin/accounts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("您的账号不能看这一页", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_only()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        using var answer = await SigningIn.Post(client, "/sign-in", "sign-in", ("name", name), ("password", password));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith(SigningIn.Cookie + "=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> Told(HttpClient client, string name, string password)
    {
        var body = await Body(await SigningIn.Post(client, "/sign-in", "sign-in", ("name", name), ("password", password)));
        return Alert().Match(body).Value;
    }

    /// <returns>What was wrong; nothing where it was changed.</returns>
    private static async Task<string> Change(HttpClient client, string present, string password)
    {
        using var answer = await SigningIn.Post(client, "/me/password", "password", ("present", present), ("password", password), ("again", password));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await Body(answer);
    }

    private static Task<string> Body(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private byte[] AccessFile() => [.. TestServer.Stored(site.Database).Where(part => part.Name.StartsWith("access.", StringComparison.Ordinal)).SelectMany(part => part.Content)];

    [GeneratedRegex("role=\"alert\"[^<]*<?[^<]*")]
    private static partial Regex Alert();

    [GeneratedRegex("<details class=\"more\">.*?<code class=\"once\">([A-Z2-7 ]+)</code>", RegexOptions.Singleline)]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code class=\"once\">([^<]+)</code>")]
    private static partial Regex Recovery();
}

using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>Tokens for programs: made on a page, of a scope, for a time.</summary>
[Collection(nameof(Site))]
public sealed partial class TokenTests(Site site)
{
    private static readonly Uri Ledgers = new("/api/v1/ledgers", UriKind.Relative);

    private Tokens Tokens => new(site.Database, new AuditLog(site.Database));

    [Fact]
    public async Task A_token_made_on_the_page_is_shown_once_and_lets_a_program_in()
    {
        using var client = await SignIn(Role.Office);
        using var made = await SigningIn.Post(client, "/me/tokens/new", "token", ("name", "报数程序"), ("scope", nameof(Act.SeeFigures)), ("days", "30"));
        var token = Token().Match(await made.Content.ReadAsStringAsync()).Value;
        Assert.StartsWith("jd_", token, StringComparison.Ordinal);
        var page = await client.GetStringAsync(new Uri("/me", UriKind.Relative));
        Assert.Contains("报数程序", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);

        using var program = Program(token);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Ledgers)).StatusCode);
        // For pages it is no key: a token cannot make itself another.
        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync(new Uri("/me", UriKind.Relative))).StatusCode);

        var id = Regex.Match(page, "/me/tokens/end.*?name=\"id\" value=\"([0-9a-f]+)\"", RegexOptions.Singleline).Groups[1].Value;
        await SigningIn.Post(client, "/me", "/me/tokens/end", ("id", id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Ledgers)).StatusCode);
    }

    [Fact]
    public async Task A_token_reaches_no_further_than_its_owner()
    {
        using var client = await SignIn(Role.Assessor);
        using var made = await SigningIn.Post(client, "/me/tokens/new", "token", ("name", "越权"), ("scope", nameof(Act.Enter)), ("days", "30"));
        Assert.Contains("令牌不能做本人不能做的事", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var endless = await SigningIn.Post(client, "/me/tokens/new", "token", ("name", "太久"), ("scope", nameof(Act.SeeFigures)), ("days", "5000"));
        Assert.Contains("最长 1 年", await endless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var empty = await SigningIn.Post(client, "/me/tokens/new", "token", ("name", "什么都不做"), ("days", "7"));
        Assert.Contains("请至少选一项", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_run_out_or_whose_owner_is_locked_is_refused()
    {
        var (name, _) = TestAccounts.Add(site.Database, Role.Office);
        var book = new AccountBook(site.Database, new AuditLog(site.Database));
        var account = book.Named(name)!;
        var token = Tokens.Issue(Actor.Owner("tests"), account, "旧程序", [Act.SeeFigures], DateTimeOffset.UtcNow.AddDays(1));
        using var program = Program(token);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Ledgers)).StatusCode);
        using (var access = site.Database.ConnectAccess())
            access.Execute("UPDATE token SET expires = '2020-01-01T00:00:00.0000000Z' WHERE account = @Id", new { account.Id });
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Ledgers)).StatusCode);

        using var other = Program(Tokens.Issue(Actor.Owner("tests"), account, "新程序", [Act.SeeFigures], DateTimeOffset.UtcNow.AddDays(1)));
        book.Lock(Actor.Owner("tests"), account.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync(Ledgers)).StatusCode);
        using var unknown = Program("jd_" + new string('A', 40));
        Assert.Equal(HttpStatusCode.Unauthorized, (await unknown.GetAsync(Ledgers)).StatusCode);
    }

    [Fact]
    public async Task A_program_posts_without_a_form_token_and_a_cookie_does_not()
    {
        var (name, _) = TestAccounts.Add(site.Database, Role.Office);
        var account = new AccountBook(site.Database, new AuditLog(site.Database)).Named(name)!;
        using var program = Program(Tokens.Issue(Actor.Owner("tests"), account, "导入", [Act.Enter, Act.SeeFigures], DateTimeOffset.UtcNow.AddDays(1)));
        using var none = await program.PostAsync(new Uri("/api/v1/import?dryRun=true", UriKind.Relative), new MultipartFormDataContent { { new StringContent("x"), "other" } });
        Assert.Contains("没有收到文件", Regex.Unescape(await none.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var client = await SignIn(Role.Office);
        using var refused = await client.PostAsync(new Uri("/api/v1/import?dryRun=true", UriKind.Relative), new MultipartFormDataContent { { new StringContent("x"), "other" } });
        Assert.Contains("X-Jiedui", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> SignIn(Role role)
    {
        var (name, password) = TestAccounts.Add(site.Database, role);
        var client = site.Stranger();
        await SigningIn.WithPassword(client, name, password);
        return client;
    }

    private HttpClient Program(string token)
    {
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    [GeneratedRegex("jd_[A-Za-z0-9_-]{40}")]
    private static partial Regex Token();
}

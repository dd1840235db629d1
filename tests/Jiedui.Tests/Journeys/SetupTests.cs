using System.Net;
using System.Text.RegularExpressions;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>The first start: three administrators, once.</summary>
public sealed partial class SetupTests
{
    private static readonly (string, string)[] Three =
    [
        ("security", "anquan"), ("security-full", "测试安全"), ("password", "Correct-Horse-7"), ("again", "Correct-Horse-7"),
        ("system", "xitong"), ("system-full", "测试系统"), ("audit", "shenji"), ("audit-full", "测试审计"),
    ];

    [Fact]
    public async Task Every_page_leads_to_it_until_three_administrators_are_made_and_then_none_does()
    {
        await using var site = await RunningSite.Start(new Installation());
        using var client = SigningIn.Client(site.Address);
        Assert.Equal("/setup", (await client.GetAsync(new Uri("/reports", UriKind.Relative))).Headers.Location!.OriginalString);
        Assert.Contains("三员分立", await client.GetStringAsync(new Uri("/setup", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("太常见", await Body(client, [.. Three.Select(field => field.Item1 is "password" or "again" ? (field.Item1, "Admin@123456") : field)]), StringComparison.Ordinal);

        var passwords = Shown().Matches(await Body(client, Three)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, passwords.Count);
        var book = new AccountBook(site.Installation.Database, new AuditLog(site.Installation.Database));
        Assert.Equal(
            [(Role.SecurityAdministrator, false), (Role.AuditAdministrator, true), (Role.SystemAdministrator, true)], book.All().Select(account => (account.Role, account.MustChange)));

        Assert.Equal("/sign-in", SigningIn.PlaceOf(await client.GetAsync(new Uri("/setup", UriKind.Relative)), client));
        await SigningIn.WithPassword(client, "anquan", "Correct-Horse-7");
        using var second = SigningIn.Client(site.Address);
        await SigningIn.WithPassword(second, "xitong", passwords[0]);
        Assert.Equal("/me/password", (await second.GetAsync(new Uri("/me", UriKind.Relative))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task From_another_machine_it_asks_for_the_code_that_the_program_printed()
    {
        await using var site = await RunningSite.Start(new Installation(), setupCode: "ABCD-EFGH-JKLM-NPQR");
        using var client = SigningIn.Client(site.Address);
        // What a proxy sends on comes from elsewhere, though the connection is this machine's own.
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.1.2.3");
        Assert.Contains("首次设置码不对", await Body(client, [.. Three, ("setup-code", "AAAA-BBBB-CCCC-DDDD")]), StringComparison.Ordinal);
        Assert.Equal(2, Shown().Matches(await Body(client, [.. Three, ("setup-code", "ABCD-EFGH-JKLM-NPQR")])).Count);
    }

    [Fact]
    public async Task Two_at_once_make_three_accounts_and_not_six()
    {
        using var installation = new Installation();
        var book = new AccountBook(installation.Database, new AuditLog(installation.Database));
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(number => Task.Run(() =>
        {
            try
            {
                book.Found(Actor.Owner("tests"), [.. new[] { Role.SecurityAdministrator, Role.SystemAdministrator, Role.AuditAdministrator }.Select(role => New($"{role}{number}", role))]);
                return true;
            }
            catch (AccountRefusedException)
            {
                return false;
            }
        })));
        Assert.Single(both, done => done);
        Assert.Equal(3, book.All().Count);
    }

    private static Account New(string name, Role role) => new() { Name = name, FullName = "测试", Binding = new Binding(role) };

    private static async Task<string> Body(HttpClient client, (string, string)[] fields)
    {
        using var answer = await SigningIn.Post(client, "/setup", "setup", fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<td><code>([^<]+)</code></td>")]
    private static partial Regex Shown();
}

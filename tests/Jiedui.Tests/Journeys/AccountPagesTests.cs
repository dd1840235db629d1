using System.Net;
using Jiedui.Access;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Kit;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>Making and keeping accounts, one's own and others', before a real browser.</summary>
[Collection(nameof(Site))]
public sealed class AccountPagesTests(Site site)
{
    private static readonly string[] Mine = ["/me", "/me/password", "/me/second-step", "/me/tokens/new"];

    private AccountBook Book => new(site.Database, new AuditLog(site.Database));

    [Theory]
    [InlineData(1366, "zh", ColorScheme.Light)]
    [InlineData(390, "en", ColorScheme.Dark)]
    public async Task Nobody_is_kept_out_of_the_pages(int width, string language, ColorScheme scheme)
    {
        Assert.SkipUnless(TestServer.IsBuiltIn || language == "zh", "How pages look does not depend on the engine: one round over all of them is enough.");
        await using var stranger = await site.Visit(width, language, scheme, role: null);
        await using var administrator = await site.Visit(width, language, scheme, Role.SecurityAdministrator);
        var account = Book.All()[0].Id;
        var wrong = new List<string>();
        foreach (var (visit, addresses) in new[] { (stranger, (string[])["/sign-in"]), (administrator, [.. Mine, "/admin/accounts", "/admin/accounts/new", $"/admin/accounts/{account}"]) })
        {
            await visit.Walk(async page =>
            {
                foreach (var address in addresses)
                {
                    await page.GotoAsync(address);
                    wrong.AddRange((await visit.Barriers()).Select(barrier => $"{address}: {barrier}"));
                    if (await visit.Overflow() is > 0 and var wider)
                        wrong.Add($"{address}: {wider} pixels wider than the window");
                    if (await page.Locator("h1").CountAsync() != 1)
                        wrong.Add($"{address}: not one h1");
                }
            });
            Assert.Empty(visit.Faults);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task An_account_is_made_for_a_clerk_who_then_chooses_a_password()
    {
        await using var administrator = await site.Visit(1366, role: Role.SecurityAdministrator);
        var password = "";
        await administrator.Walk(async page =>
        {
            await page.GotoAsync("/");
            Assert.EndsWith("/admin/accounts", page.Url, StringComparison.Ordinal);
            await page.ClickAsync("main a:has-text('新建账号')");
            await page.FillAsync("[name=name]", "new-clerk");
            await page.FillAsync("[name=full-name]", "测试经办人");
            await page.SelectOptionAsync("[name=role]", "clerk");
            await page.ClickAsync("button[type=submit]:has-text('新建账号')");
            Assert.Contains("必须有所属单位", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
            await page.FillAsync("[name=unit]", "棣花镇");
            await page.ClickAsync("button[type=submit]:has-text('新建账号')");
            password = await page.InnerTextAsync("#password");
        });
        var binding = Book.Named("new-clerk")!.Binding;
        Assert.Equal(TestAccounts.OfUnit(site.Database, "棣花镇", Measures.Side.Receiver), binding);

        await using var clerk = await site.Visit(390, role: null);
        await clerk.Walk(async page =>
        {
            await page.GotoAsync("/reports");
            await page.FillAsync("[name=name]", "new-clerk");
            await page.FillAsync("[name=password]", password);
            await page.ClickAsync("button:has-text('登录')");
            await page.WaitForSelectorAsync("h1:has-text('修改密码')");
            await page.FillAsync("[name=present]", password);
            await page.FillAsync("[name=password]", "My-Own-Words-1");
            await page.FillAsync("[name=again]", "My-Own-Words-1");
            await page.ClickAsync("button:has-text('修改密码')");
            await page.WaitForSelectorAsync(".start-head");
            await page.ClickAsync(".whoami summary");
            Assert.Contains("单位经办人", await page.InnerTextAsync(".whoami"), StringComparison.Ordinal);
            await page.ClickAsync("button:has-text('退出登录')");
            await page.WaitForSelectorAsync("h1:has-text('登录')");
        });
        Assert.Empty(clerk.Faults);
    }

    [Fact]
    public async Task An_administrator_changes_and_locks_others_but_not_himself()
    {
        var (me, password) = TestAccounts.Add(site.Database, Role.SecurityAdministrator);
        var (other, _) = TestAccounts.Add(site.Database, Role.Leader);
        using var client = site.Stranger();
        await SigningIn.WithPassword(client, me, password);
        var (mine, others) = ($"/admin/accounts/{Book.Named(me)!.Id}", $"/admin/accounts/{Book.Named(other)!.Id}");

        Assert.Contains("不能改自己的角色", await Post(client, mine, "bind", ("role", "office")), StringComparison.Ordinal);
        Assert.Contains("不能锁定自己", await Post(client, mine, "lock"), StringComparison.Ordinal);
        Assert.Contains("角色和范围已改", await Post(client, others, "bind", ("role", "assessor")), StringComparison.Ordinal);
        Assert.Contains("已锁定", await Post(client, others, "lock"), StringComparison.Ordinal);
        Assert.Equal((Role.Assessor, true), (Book.Named(other)!.Role, Book.Named(other)!.IsLocked));
        Assert.Contains("管理员不看台账", await Post(client, others, "bind", ("role", "audit-administrator"), ("side", "Giver")), StringComparison.Ordinal);
        Assert.Contains(new AuditLog(site.Database).Find(new AuditQuery { Actor = me }).Entries, entry => entry.About == other && entry.Told.Contains("领导", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Office)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.AuditAdministrator)]
    public async Task Only_the_security_administrator_keeps_accounts(Role role)
    {
        using var page = await (await site.SignedIn(role)).GetAsync(new Uri("/admin/accounts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_alone()
    {
        var (name, password) = TestAccounts.Add(site.Database, Role.Office);
        // Passkeys belong to a name; an address of numbers has none.
        await using var context = await site.Browser.NewContextAsync(new() { BaseURL = site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) });
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await page.GotoAsync("/sign-in?return=%2Fme");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=password]", password);
        await page.ClickAsync("button:has-text('登录') >> nth=0");
        await page.FillAsync("[data-passkey=add] [name=name]", "办公室的电脑");
        await page.ClickAsync("button:has-text('添加通行密钥')");
        await page.WaitForSelectorAsync("text=通行密钥已添加");
        Assert.Contains("办公室的电脑", await page.InnerTextAsync(".keys"), StringComparison.Ordinal);

        await page.ClickAsync(".whoami summary");
        await page.ClickAsync("button:has-text('退出登录')");
        await page.ClickAsync("button:has-text('用通行密钥登录')");
        await page.WaitForSelectorAsync(".whoami");
        Assert.Contains(new AuditLog(site.Database).Find(new AuditQuery { Actor = name }).Entries, entry => entry is { Act: AuditAct.SignIn, Told: "通行密钥" });

        await page.GotoAsync("/me");
        await page.ClickAsync("button:has-text('移除')");
        await page.ClickAsync(".whoami summary");
        await page.ClickAsync("button:has-text('退出登录')");
        await page.ClickAsync("button:has-text('用通行密钥登录')");
        await page.WaitForSelectorAsync("text=没有用成通行密钥");
    }

    private static async Task<string> Post(HttpClient client, string page, string form, params (string, string)[] fields)
    {
        using var answer = await SigningIn.Post(client, page, form, fields);
        return await answer.Content.ReadAsStringAsync();
    }
}

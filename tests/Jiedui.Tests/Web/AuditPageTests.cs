using System.Net;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.Tests.Journeys;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Web;

/// <summary>The audit log as an auditor reads it.</summary>
public sealed class AuditPageTests : IClassFixture<GuardedSite>
{
    private static readonly Actor Administrator = new("审计管理员", Role.AuditAdministrator);

    private readonly GuardedSite site;

    public AuditPageTests(GuardedSite site)
    {
        this.site = site;
        if (site.Log.Find(new AuditQuery { Actor = "张三" }).Total > 0)
            return;
        site.Log.Note(new Actor("张三", Role.Clerk, 1) { Place = "10.0.0.5" }, AuditAct.Export, "labour.fairs.csv", """{"records":120}""", 1);
        site.Log.Note(new Actor("李四", Role.Clerk, 2) { Place = "10.0.0.6" }, AuditAct.PersonalSeen, "labour.workers/7", "核实", 2);
        site.Log.Note(new Actor(Spiteful.Script, Role.Clerk, 2), AuditAct.Setting, Spiteful.Image, $$"""{"name":"{{Spiteful.Script}}"}""");
        site.Log.Note(new Actor("=HYPERLINK(\"x\")", Role.Clerk), AuditAct.SignInFailed, "+1+1");
    }

    [Fact]
    public async Task The_administrator_of_the_log_reads_all_of_it_and_others_none()
    {
        var page = await Read("/audit", Administrator);
        Assert.Contains("从 10.0.0.5 导出", page, StringComparison.Ordinal);
        Assert.Contains("从 10.0.0.6 查看个人信息", page, StringComparison.Ordinal);
        foreach (var role in (Role[])[Role.Office, Role.Clerk, Role.Leader, Role.Assessor, Role.SystemAdministrator, Role.SecurityAdministrator])
        {
            foreach (var address in (string[])["/audit", "/audit/anchors", "/downloads/audit.csv"])
                Assert.NotEqual(HttpStatusCode.OK, (await Get(address, new Actor("外人", role))).StatusCode);
        }
    }

    [Fact]
    public async Task An_auditor_of_one_partnership_reads_its_lines_whatever_he_asks_for()
    {
        var auditor = new Actor("审计员", Role.Auditor, 1);
        foreach (var address in (string[])["/audit", "/audit?of=2", "/downloads/audit.csv?of=2"])
        {
            var page = await Read(address, auditor);
            Assert.Contains("张三", page, StringComparison.Ordinal);
            Assert.DoesNotContain("李四", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("who=李", "李四", "张三")]
    [InlineData("act=Export&text=labour.fairs", "张三", "李四")]
    [InlineData("text=核实", "李四", "张三")]
    [InlineData("of=1", "张三", "李四")]
    [InlineData("until=2000-01-01", "没有符合条件的审计记录", "张三")]
    public async Task It_is_filtered_by_its_address(string asked, string shown, string hidden)
    {
        var list = await Read("/audit?" + asked, Administrator);
        var main = list[list.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.Contains(shown, main, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_wrote_is_never_markup_nor_a_formula()
    {
        var page = await Read("/audit", Administrator);
        Assert.DoesNotContain("<script>document", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        var file = await Read("/downloads/audit.csv", Administrator);
        Assert.DoesNotMatch("(?m)(^|,)\"?[=+]", file);
        Assert.Contains("'=HYPERLINK", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_is_a_line_itself()
    {
        var before = site.Log.Last()!.Number;
        await Read("/downloads/audit.csv?who=张", new Actor("下载者", Role.AuditAdministrator));
        var line = site.Log.Find(new AuditQuery { Actor = "下载者" }).Entries[0];
        Assert.True(line.Number > before);
        Assert.Equal((AuditAct.Export, "审计日志"), (line.Act, line.About));
        Assert.Contains("who=张", line.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anchor_is_shown_to_be_printed_and_checks()
    {
        var anchor = site.Log.Anchor(Administrator);
        var page = await Read("/audit/anchors?now=" + anchor.Number, Administrator);
        Assert.Contains($"{anchor.Number}:{anchor.Hash}", page, StringComparison.Ordinal);
        Assert.Contains("签字", page, StringComparison.Ordinal);
        Assert.Empty(site.Log.Check((anchor.Number, anchor.Hash)).Faults);
    }

    private async Task<string> Read(string address, Actor actor)
    {
        using var answer = await Get(address, actor);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> Get(string address, Actor actor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(TestSignIn.Header, TestSignIn.Of(actor));
        return await site.Client.SendAsync(request);
    }
}

using Jiedui.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Jiedui.Tests.Access;

/// <summary>Role by action, own and other unit, own and other partnership: as it was decided, and as the real program answers.</summary>
public sealed class PolicyMatrixTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    /// <summary>As it was decided, by hand. Roles: 帮扶办, 单位经办人, 领导, 考核员, 审计员, 系统管理员, 安全管理员, 审计管理员.</summary>
    private const string Decided =
        """
        act              office clerk leader assessor auditor system security audit
        SeeFigures          x      x     x       x       x       .       .      .
        SeeRecords          x      x     x       x       x       .       .      .
        SeeEvidence         x      x     x       x       x       .       .      .
        SeePersonal         x      x     .       .       x       .       .      .
        Enter               x      x     .       .       .       .       .      .
        EnterRegistry       x      .     .       .       .       .       .      .
        Withdraw            x      x     .       .       .       .       .      .
        Confirm             x      x     .       .       .       .       .      .
        Review              x      .     x       .       .       .       .      .
        Export              x      x     x       x       x       .       .      .
        ExportClear         x      .     .       .       x       .       .      .
        Report              x      x     x       x       x       .       .      .
        Pack                x      .     x       x       x       .       .      .
        Verify              x      .     .       .       x       x       .      x
        ErasePerson         x      .     .       .       .       .       .      .
        SetRules            x      .     .       .       .       .       .      .
        ManageAccounts      .      .     .       .       .       .       x      .
        ManageKeys          .      .     .       .       .       .       x      .
        ManageSystem        .      .     .       .       .       x       .      .
        Backup              .      .     .       .       .       x       .      .
        SeeAudit            .      .     .       .       x       .       .      x
        """;

    /// <summary>Every kind of address, and the act that it is. {own} is a record of one's own.</summary>
    private static readonly (string Address, Act Act)[] Addresses =
    [
        ("/", Act.SeeFigures), ("/fields/labour", Act.SeeFigures), ("/indicators/labour.surveys", Act.SeeFigures), ("/help", Act.SeeFigures), ("/api", Act.SeeFigures),
        ("/ledgers/labour.workers", Act.SeeRecords), ("/ledgers/labour.workers/{own}", Act.SeeRecords), ("/search?q=备注", Act.SeeRecords),
        ("/ledgers/labour.workers/{own}/personal", Act.SeePersonal), ("/import", Act.Enter), ("/reports", Act.Report),
        ("/disputes", Act.SeeRecords), ("/matching", Act.SeeRecords), ("/evidence/add", Act.Enter), ("/persons", Act.ErasePerson), ("/rules", Act.SetRules),
        ("/admin/accounts", Act.ManageAccounts), ("/admin/accounts/new", Act.ManageAccounts), ("/admin/backups", Act.Backup), ("/audit", Act.SeeAudit), ("/audit/anchors", Act.SeeAudit),
        ("/downloads/templates/labour.workers.xlsx", Act.SeeFigures), ("/downloads/ledgers/labour.workers.csv", Act.Export),
        ("/downloads/reports/work-record.md", Act.Report), ("/downloads/reports/work-record.html?show=1", Act.Report),
        ("/api/v1/partnerships", Act.SeeFigures), ("/api/v1/ledgers", Act.SeeFigures), ("/api/v1/figures?code=labour.surveys", Act.SeeFigures),
        ("/api/v1/trace/labour.surveys", Act.SeeRecords), ("/api/v1/report?format=md", Act.Report), ("/api/v1/pack?from=2020-01&to=2020-01", Act.Pack), ("/api/v1/verify", Act.Verify), ("/openapi/v1.json", Act.SeeFigures),
    ];

    private static readonly Role[] Readers = [Role.Office, Role.Clerk, Role.Leader, Role.Assessor, Role.Auditor];

    /// <summary>Open to who is not signed in, and why.</summary>
    private static readonly string[] OpenToAll =
    [
        "/error", "/health/live", "/health/ready", "/setup", "/sign-in", "/sign-in/second", "/sign-in/passkey", "/sign-in/passkey/options", "/sign-in/outside",
        "/sign-in/outside/done",
    ];

    /// <summary>One's own account and the framework's own name no act: they are closed to strangers by the policy for all else, and tell nothing of the books.</summary>
    private static readonly string[] OfNoAct =
    [
        "/sign-out", "/me", "/me/password", "/me/sessions/end", "/me/sessions/end-others", "/me/tokens/end", "/me/passkeys/options", "/me/passkeys", "/me/passkeys/remove", "/me/outside/unlink",
        "/me/tokens/new", "/me/second-step", "{**path:file}",
        "/_framework/opaque-redirect",
    ];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private static Dictionary<(Role, Act), bool> Matrix { get; } = Decided.Split('\n').Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(line => Enum.GetValues<Role>().Select((role, at) => (Key: (role, Enum.Parse<Act>(line[0])), Value: line[at + 1] == "x")))
        .ToDictionary(cell => cell.Key, cell => cell.Value);

    [Fact]
    public void The_policy_is_what_was_decided()
    {
        Assert.Equal(Enum.GetValues<Role>().Length * Enum.GetValues<Act>().Length, Matrix.Count);
        Assert.All(Matrix, cell => Assert.True(cell.Value == Policy.Allows(new Actor("", cell.Key.Item1), cell.Key.Item2), $"{cell.Key}"));
    }

    [Fact]
    public void The_guide_tells_what_was_decided()
    {
        var told = File.ReadLines(Path.Combine(Case.Root, "docs", "using", "roles.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .SelectMany(cells => Enum.GetValues<Role>().Select((role, at) => (Key: (role, Enum.Parse<Act>(cells[0].Split('`')[1])), Value: cells[at + 1] == "✓")))
            .ToDictionary(cell => cell.Key, cell => cell.Value);
        Assert.Equal(Matrix.OrderBy(cell => cell.Key), told.OrderBy(cell => cell.Key));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void An_act_ends_at_the_partnership_at_the_unit_and_at_the_tokens_scope(Role role)
    {
        foreach (var act in Policy.ActsOf(role))
        {
            Assert.True(Policy.Allows(new Actor("", role, 1), act, 1));
            Assert.False(Policy.Allows(new Actor("", role, 1), act, 2));
            Assert.False(Policy.Allows(new Actor("", role, null, null, 5), act, 1), "A unit's number means nothing without its partnership.");
            Assert.False(Policy.Allows(new Actor("", role) { Scope = new HashSet<Act>() }, act));
            Assert.Equal(act is not (Act.EnterRegistry or Act.SetRules or Act.ErasePerson), Policy.Allows(new Actor("", role, 1, null, 5), act, 1));
        }
    }

    [Fact]
    public void No_address_stands_open_by_oversight()
    {
        var endpoints = counties.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null).ToList();
        Assert.True(endpoints.Count > 25);
        var open = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.Equal(OpenToAll.Order(), open.Order());
        var acts = Enum.GetNames<Act>();
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(endpoint => !endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => acts.Contains(data.Policy)))
            .Select(endpoint => endpoint.RoutePattern.RawText).Except(OfNoAct));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_door_opens_to_whom_the_act_belongs(Role role)
    {
        foreach (var (address, act) in Addresses)
        {
            var (status, _, _) = await counties.Get(counties.Of(role), At(address));
            // Who runs the installation and may not see the books starts at his own page.
            Assert.True((Matrix[(role, act)] ? 200 : address == "/" ? 302 : 403) == status, $"{role} {address}: {status}");
        }
        foreach (var (address, act) in Forms())
        {
            var (status, _, _) = await counties.Post(counties.Of(role), address, page: null);
            Assert.True((Matrix[(role, act)] ? 400 : 403) == status, $"{role} POST {address}: {status}");
        }
    }

    [Fact]
    public async Task To_a_stranger_no_door_opens()
    {
        foreach (var (address, _) in Addresses)
            Assert.True(401 == (await counties.Get(null, At(address))).Status, address);
        foreach (var (address, _) in Forms())
            Assert.True(401 == (await counties.Post(null, address, page: null)).Status, address);
        Assert.Equal("ok", (await counties.Get(null, "/health/live")).Text);
    }

    [Fact]
    public async Task Nobody_reads_of_another_unit()
    {
        foreach (var actor in Readers.Select(role => counties.Of(role, ofUnit: true)))
        {
            foreach (var (address, act) in Addresses.Where(pair => Matrix[(actor.Role, pair.Act)]))
            {
                var (status, text, _) = await counties.Get(actor, At(address));
                // What concerns the whole partnership is nobody's who is bound to a unit.
                Assert.True(status == (act is Act.SetRules or Act.ErasePerson ? 403 : 200), $"{actor.Role} {address}: {status}");
                AssertOwn(text, $"{actor.Role} {address}");
            }
            var others = $"/ledgers/labour.workers/{counties.Records.Others}";
            Assert.Equal(404, (await counties.Get(actor, others + At("?p={p}"))).Status);
            Assert.Contains(TwoCounties.OwnRemark, (await counties.Get(actor, At("/ledgers/labour.workers/{own}"))).Text, StringComparison.Ordinal);
            Assert.Contains("\"value\": 1", Spaced((await counties.Get(actor, "/api/v1/figures?code=labour.surveys")).Text), StringComparison.Ordinal);
            Assert.Contains("\"value\": 2", Spaced((await counties.Get(actor with { Unit = null }, "/api/v1/figures?code=labour.surveys")).Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_reads_of_another_partnership()
    {
        foreach (var actor in Readers.Select(role => counties.Of(role)))
        {
            foreach (var (address, act) in Addresses.Where(pair => Matrix[(actor.Role, pair.Act)]))
            {
                var text = (await counties.Get(actor, At(address))).Text;
                Assert.False(Foreign(text), $"{actor.Role} {address}");
                if (address.StartsWith("/api/v1", StringComparison.Ordinal))
                {
                    // What is another's and what nobody has are told alike.
                    var other = await counties.Get(actor, With(address, "partnership=" + TwoCounties.OtherPartnership));
                    var none = await counties.Get(actor, With(address, "partnership=甲区—乙县"));
                    Assert.Equal((400, 400), (other.Status, none.Status));
                    Assert.Equal(other.Text.Replace(TwoCounties.OtherPartnership, "", StringComparison.Ordinal), none.Text.Replace("甲区—乙县", "", StringComparison.Ordinal));
                }
                else if (address != "/openapi/v1.json")
                {
                    Assert.True(404 == (await counties.Get(actor, With(address, $"p={counties.Other}"))).Status, address);
                    Assert.True(404 == (await counties.Get(actor, With(address, "p=99"))).Status, address);
                }
            }
        }
    }

    [Fact]
    public async Task An_office_of_every_partnership_reads_both()
    {
        var office = new Actor("市级", Role.Office);
        Assert.Contains("柳河镇", (await counties.Get(office, $"/ledgers/labour.workers?p={counties.Other}")).Text, StringComparison.Ordinal);
        Assert.Contains("商镇", (await counties.Get(office, $"/ledgers/labour.workers?p={counties.Own}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_may_not_do_is_not_offered()
    {
        var page = $"/ledgers/labour.workers/{counties.Records.Own}?p={counties.Own}";
        var (clerk, leader) = ((await counties.Get(counties.Of(Role.Clerk, ofUnit: true), page)).Text, (await counties.Get(counties.Of(Role.Leader), page)).Text);
        foreach (var offered in (string[])["撤回这条记录", "显示个人信息", "导入台账"])
        {
            Assert.Contains(offered, clerk, StringComparison.Ordinal);
            Assert.DoesNotContain(offered, leader, StringComparison.Ordinal);
        }
        Assert.Contains("“棣花镇”", clerk, StringComparison.Ordinal);
        var refused = await counties.Get(counties.Of(Role.SystemAdministrator), "/ledgers/labour.workers");
        Assert.Contains("您的账号不能看这一页", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("搜索台账", refused.Text, StringComparison.Ordinal);
    }

    private (string Address, Act Act)[] Forms() =>
    [
        (At("/ledgers/labour.workers/{own}/withdraw"), Act.Withdraw), (At("/ledgers/labour.workers/{own}/personal"), Act.SeePersonal),
        ("/downloads/ledgers/labour.workers.xlsx", Act.ExportClear), ("/import/upload", Act.Enter), ("/import/0/again", Act.Enter), ("/import/0/confirm", Act.Enter), ("/matching/run", Act.SeeRecords), ("/matching/0/stop", Act.SeeRecords), ("/downloads/matching/0/proposals.xlsx", Act.ExportClear), ("/persons", Act.ErasePerson), ("/rules", Act.SetRules), ("/admin/backups", Act.Backup),
        ("/api/v1/import", Act.Enter),
    ];

    private string At(string address) => address
        .Replace("{own}", counties.Records.Own.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{p}", counties.Own.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string With(string address, string more) => At(address) + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + more;

    private static string Spaced(string json) => json.Replace("\":", "\": ", StringComparison.Ordinal).Replace(":  ", ": ", StringComparison.Ordinal);

    private static bool Foreign(string text) => ((string[])[TwoCounties.OtherCountysRemark, "柳河镇", "北山县", "南川区"]).Any(mark => text.Contains(mark, StringComparison.Ordinal));

    private static void AssertOwn(string text, string where)
    {
        Assert.False(Foreign(text), where);
        Assert.False(text.Contains(TwoCounties.OtherUnitsRemark, StringComparison.Ordinal), where);
    }
}

using Jiedui.Access;
using Jiedui.Access.Auditing;

namespace Jiedui.Tests.Access;

/// <summary>Personal data is masked, until somebody who may asks for it with a reason; and then the audit log has it before he has.</summary>
public sealed class PersonalDataTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    private const string Reason = "核对补贴名单";

    private string Page => $"/ledgers/labour.workers/{counties.Records.Own}";

    [Fact]
    public async Task A_records_personal_data_is_shown_once_and_noted()
    {
        var clerk = counties.Of(Role.Clerk, ofUnit: true) with { Name = "看一次" };
        Assert.DoesNotContain(TwoCounties.OwnId, (await counties.Get(clerk, Page + $"?p={counties.Own}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TwoCounties.OwnId, (await counties.Get(clerk, Page + "/personal")).Text, StringComparison.Ordinal);

        var (status, text, answer) = await counties.Post(clerk, Page + "/personal", Page, ("_handler", "personal"), ("reason", Reason));

        Assert.Equal(200, status);
        Assert.Contains(TwoCounties.OwnId, text, StringComparison.Ordinal);
        Assert.Contains("于平", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var note = Assert.Single(Noted(clerk, AuditAct.PersonalSeen));
        Assert.Equal(($"labour.workers/{counties.Records.Own}", Reason, (long?)counties.Own), (note.About, note.Told, note.Partnership));
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_shown()
    {
        var clerk = counties.Of(Role.Clerk) with { Name = "无原因" };
        foreach (var reason in (string[])["", "   ", new('长', 300)])
        {
            var (_, text, _) = await counties.Post(clerk, Page + "/personal", Page, ("_handler", "personal"), ("reason", reason));
            Assert.DoesNotContain(TwoCounties.OwnId, text, StringComparison.Ordinal);
        }
        Assert.Equal(400, (await counties.Post(clerk, Page + "/personal", null, ("_handler", "personal"), ("reason", Reason))).Status);
        Assert.Empty(Noted(clerk, AuditAct.PersonalSeen));
    }

    [Fact]
    public async Task Another_units_person_is_not_there()
    {
        var clerk = counties.Of(Role.Clerk, ofUnit: true) with { Name = "邻镇经办人" };
        var others = $"/ledgers/labour.workers/{counties.Records.Others}/personal";
        Assert.Equal(404, (await counties.Get(clerk, others)).Status);
        var (status, text, _) = await counties.Post(clerk, others, Page, ("_handler", "personal"), ("reason", Reason));
        var none = await counties.Post(clerk, "/ledgers/labour.workers/999999/personal", Page, ("_handler", "personal"), ("reason", Reason));
        Assert.Equal((none.Status, false), (status, status == 200));
        Assert.DoesNotContain("林安", text, StringComparison.Ordinal);
        Assert.Empty(Noted(clerk, AuditAct.PersonalSeen));
    }

    [Fact]
    public async Task A_clear_export_needs_the_act_and_a_reason_and_is_noted()
    {
        var office = counties.Of(Role.Office) with { Name = "导出人" };
        var masked = await counties.Get(office, "/downloads/ledgers/labour.workers.csv");
        Assert.DoesNotContain(TwoCounties.OwnId, masked.Text, StringComparison.Ordinal);
        Assert.Contains("2 条", Assert.Single(Noted(office, AuditAct.Export)).Told, StringComparison.Ordinal);

        Assert.Equal(302, (await counties.Post(office, "/downloads/ledgers/labour.workers.csv", "/ledgers/labour.workers", ("reason", ""))).Status);
        Assert.Empty(Noted(office, AuditAct.ExportClear));
        var clear = await counties.Post(office, "/downloads/ledgers/labour.workers.csv", "/ledgers/labour.workers", ("reason", Reason));
        Assert.Contains(TwoCounties.OwnId, clear.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, Assert.Single(Noted(office, AuditAct.ExportClear)).Told, StringComparison.Ordinal);
        Assert.Equal(403, (await counties.Post(counties.Of(Role.Clerk), "/downloads/ledgers/labour.workers.csv", null, ("reason", Reason))).Status);
    }

    [Fact]
    public async Task Only_who_may_see_persons_may_ask_by_them()
    {
        var (leader, clerk) = (counties.Of(Role.Leader), counties.Of(Role.Clerk));
        const string asked = "/api/v1/figures?code=labour.surveys&where=姓名=于平";
        Assert.Equal(400, (await counties.Get(leader, asked)).Status);
        Assert.Equal(200, (await counties.Get(clerk, asked)).Status);
        Assert.Contains("姓名", (await counties.Get(leader, "/indicators/labour.surveys?where=姓名=于平")).Text, StringComparison.Ordinal);
        // No list answers to a piece of a number, whoever asks; to the whole of it, who may see persons.
        var found = $"/ledgers/labour.workers/{counties.Records.Own}?";
        foreach (var list in (string[])["/search?q=", "/ledgers/labour.workers?q="])
        {
            Assert.DoesNotContain(found, (await counties.Get(clerk, list + TwoCounties.OwnId[..10])).Text, StringComparison.Ordinal);
            Assert.Contains(found, (await counties.Get(clerk, list + TwoCounties.OwnId)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(found, (await counties.Get(leader, list + TwoCounties.OwnId)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_finds_a_person_is_noted_and_who_looks_for_something_else_is_not()
    {
        var own = counties.Records.Own;
        var (clerk, leader, auditor) = (counties.Of(Role.Clerk, ofUnit: true) with { Name = "搜索的人" }, counties.Of(Role.Leader) with { Name = "搜不到的人" }, counties.Of(Role.Auditor) with { Name = "按人溯源" });
        foreach (var words in (string[])["棣花镇", "备注", TwoCounties.OwnId[..10], "没有的人"])
        {
            await counties.Get(clerk, "/search?q=" + words);
            await counties.Get(clerk, "/ledgers/labour.workers?q=" + words);
        }
        await counties.Get(leader, "/search?q=" + TwoCounties.OwnId);
        Assert.Empty(Noted(clerk, AuditAct.PersonalSeen));
        Assert.Empty(Noted(leader, AuditAct.PersonalSeen));

        await counties.Get(clerk, "/search?q=" + TwoCounties.OwnId);
        await counties.Get(clerk, "/ledgers/labour.workers?q=于平");
        var notes = Noted(clerk, AuditAct.PersonalSeen);
        Assert.Equal(2, notes.Count);
        Assert.All(notes, note => Assert.Equal(($"labour.workers/{own}", "按证件号、电话或姓名找到", (long?)counties.Own), (note.About, note.Told, note.Partnership)));

        await counties.Get(auditor, "/api/v1/trace/labour.surveys?where=姓名=于平");
        await counties.Get(auditor, "/indicators/labour.surveys?where=身份证号=" + TwoCounties.OwnId);
        await counties.Get(auditor, "/indicators/labour.surveys?where=意愿=转岗");
        Assert.Equal(2, Noted(auditor, AuditAct.PersonalSeen).Count);
    }

    [Fact]
    public async Task Who_downloads_a_person_that_he_found_is_noted_as_if_he_had_seen_it()
    {
        var (clerk, leader) = (counties.Of(Role.Clerk) with { Name = "下载的人" }, counties.Of(Role.Leader) with { Name = "找不到的人" });
        const string list = "/downloads/ledgers/labour.workers.csv?q=";
        Assert.Contains("棣花镇", (await counties.Get(clerk, list + TwoCounties.OwnId)).Text, StringComparison.Ordinal);
        var note = Assert.Single(Noted(clerk, AuditAct.PersonalSeen));
        Assert.Equal(($"labour.workers/{counties.Records.Own}", "按证件号、电话或姓名找到", (long?)counties.Own), (note.About, note.Told, note.Partnership));
        Assert.Single(Noted(clerk, AuditAct.Export));
        await counties.Get(clerk, list + "棣花镇");
        Assert.Single(Noted(clerk, AuditAct.PersonalSeen));
        await counties.Get(leader, list + TwoCounties.OwnId);
        Assert.Empty(Noted(leader, AuditAct.PersonalSeen));

        var office = counties.Of(Role.Office) with { Name = "明文下载的人" };
        await counties.Post(office, list + TwoCounties.OwnId, "/ledgers/labour.workers", ("reason", Reason));
        Assert.Single(Noted(office, AuditAct.PersonalSeen));
        Assert.Single(Noted(office, AuditAct.ExportClear));
    }

    private IReadOnlyList<AuditEntry> Noted(Actor actor, AuditAct act) =>
        new AuditLog(counties.Office.Database).Find(new AuditQuery { Actor = actor.Name, Act = act }).Entries;
}

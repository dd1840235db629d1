using Jiedui.Access;
using Jiedui.Access.Auditing;

namespace Jiedui.Tests.Access;

/// <summary>Erasing a person on the page: found, shown masked, and erased only with a reason and the typed word.</summary>
public sealed class PersonsPageTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    private const string Page = "/persons";

    private readonly Actor office = counties.Of(Role.Office) with { Name = "删除人" };

    private string Own => $"labour.workers/{counties.Records.Own}";

    [Fact]
    public async Task A_person_is_found_shown_masked_and_noted()
    {
        var seeker = office with { Name = "查找人" };
        foreach (var who in (string[])[TwoCounties.OwnId, "于平"])
        {
            var (status, text, answer) = await Find(seeker, who);
            Assert.Equal(200, status);
            Assert.Contains($"value=\"{Own}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain(TwoCounties.OwnId, text, StringComparison.Ordinal);
            Assert.DoesNotContain("于平", text, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            // Others may bear the name: only a number ticks by itself.
            Assert.Equal(who == TwoCounties.OwnId, text.Contains($"value=\"{Own}\" checked", StringComparison.Ordinal));
        }
        Assert.Contains("没有找到", (await Find(seeker, TwoCounties.OwnId[..10])).Text, StringComparison.Ordinal);
        Assert.Equal([Own, Own], Noted(seeker, AuditAct.PersonalSeen).Select(note => note.About));
    }

    [Fact]
    public async Task Nothing_is_erased_without_a_reason_and_the_word()
    {
        var hasty = office with { Name = "没写全" };
        foreach (var (why, fields) in new (string, (string, string)[])[]
        {
            ("请写明原因", [("record", Own), ("reason", " "), ("sure", "删除")]),
            ("请在最后一栏输入“删除”", [("record", Own), ("reason", "本人要求"), ("sure", "是")]),
            ("还没有勾选记录", [("shown", Own), ("reason", "本人要求"), ("sure", "删除")]),
        })
        {
            var (status, text, _) = await Erase(hasty, fields);
            Assert.Equal(200, status);
            Assert.Contains(why, text, StringComparison.Ordinal);
            Assert.Contains($"value=\"{Own}\"", text, StringComparison.Ordinal);
        }
        Assert.Contains($"value=\"{Own}\"", (await Find(hasty, TwoCounties.OwnId)).Text, StringComparison.Ordinal);
        Assert.Empty(Noted(hasty, AuditAct.Erasure));
    }

    [Fact]
    public async Task An_erased_person_is_found_no_more_and_the_figures_stay()
    {
        var others = $"labour.workers/{counties.Records.Others}";
        var before = counties.Office.Figure("labour.surveyed").Value;
        var (status, _, answer) = await Erase(office, ("record", others), ("reason", "本人书面要求"), ("sure", "删除"));
        Assert.Equal(302, status);
        Assert.Contains("已删除 1 条记录（1 个版本）", (await counties.Get(office, answer.Headers.Location!.ToString())).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await Find(office, "林安")).Text, StringComparison.Ordinal);
        Assert.Equal(before, counties.Office.Figure("labour.surveyed").Value);
        Assert.Contains("本人书面要求", Assert.Single(Noted(office, AuditAct.Erasure)).Told, StringComparison.Ordinal);
        Assert.Empty(counties.Office.Verify().Faults);
        // Sent once more, it changes nothing.
        await Erase(office, ("record", others), ("reason", "本人书面要求"), ("sure", "删除"));
        Assert.Single(Noted(office, AuditAct.Erasure));
    }

    [Fact]
    public async Task Another_partnerships_person_is_not_there()
    {
        Assert.Contains("没有找到", (await Find(office, "程远")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await counties.Post(office, $"{Page}?p={counties.Other}", Page, ("_handler", "find"), ("who", "程远"))).Status);
    }

    private Task<(int Status, string Text, HttpResponseMessage Answer)> Find(Actor actor, string who) => counties.Post(actor, Page, Page, ("_handler", "find"), ("who", who));

    private Task<(int Status, string Text, HttpResponseMessage Answer)> Erase(Actor actor, params (string, string)[] fields) => counties.Post(actor, Page, Page, [("_handler", "erase"), .. fields]);

    private IReadOnlyList<AuditEntry> Noted(Actor actor, AuditAct act) =>
        new AuditLog(counties.Office.Database).Find(new AuditQuery { Actor = actor.Name, Act = act }).Entries;
}

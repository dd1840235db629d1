using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Flow.Confirming;
using Jiedui.Measures;

namespace Jiedui.Tests.Access;

/// <summary>The rules of review and confirmation on their page: each side's office sets its own.</summary>
public sealed class RulesPageTests(TwoCounties counties) : IClassFixture<TwoCounties>
{
    private Rules Now => Rules.Of(counties.Office.Connection, counties.Own);

    [Fact]
    public async Task An_office_sets_its_own_sides_review_and_not_the_others()
    {
        var receiver = counties.Of(Role.Office) with { Name = "受帮扶方帮扶办" };
        var (status, _, answer) = await Save(receiver, ("Receiver", "unit,office"), ("Giver", "office"), ("official", "confirmed"));
        Assert.Equal(302, status);
        Assert.Equal(new Rules(ReviewSteps.None, ReviewSteps.Unit | ReviewSteps.Office, OnlyConfirmed: true), Now);
        var page = (await counties.Get(receiver, answer.Headers.Location!.ToString())).Text;
        Assert.Contains("规则已保存", page, StringComparison.Ordinal);
        Assert.Contains("value=\"unit,office\" checked", page, StringComparison.Ordinal);

        var note = Assert.Single(Noted(receiver));
        Assert.Contains(("受帮扶方审核", "先单位负责人、再帮扶办审核"), AuditTold.Fields(note.Told));
        Assert.Contains(("以哪些记录为准", "双方确认的才算"), AuditTold.Fields(note.Told));

        // Saved as they are, they are not noted again.
        await Save(receiver, ("Receiver", "unit,office"), ("official", "confirmed"));
        Assert.Single(Noted(receiver));
        var both = receiver with { Side = null, Name = "市级" };
        await Save(both, ("Giver", "unit"), ("Receiver", "none"), ("official", "entered"));
        Assert.Equal(new Rules(ReviewSteps.Unit, ReviewSteps.None, OnlyConfirmed: false), Now);
        Assert.Empty(new AuditLog(counties.Office.Database).Check().Faults);
    }

    [Fact]
    public async Task What_is_no_rule_changes_nothing()
    {
        var giver = counties.Of(Role.Office) with { Name = "乱填", Side = Side.Giver };
        var before = Now;
        var (status, text, _) = await Save(giver, ("Giver", "everybody"), ("official", "entered"));
        Assert.Equal(200, status);
        Assert.Contains("不是审核步骤", text, StringComparison.Ordinal);
        Assert.Equal(before, Now);
        Assert.Empty(Noted(giver));
    }

    private Task<(int Status, string Text, HttpResponseMessage Answer)> Save(Actor actor, params (string, string)[] fields) =>
        counties.Post(actor, "/rules", "/rules", [("_handler", "rules"), .. fields]);

    private IReadOnlyList<AuditEntry> Noted(Actor actor) =>
        new AuditLog(counties.Office.Database).Find(new AuditQuery { Actor = actor.Name, Act = AuditAct.Setting }).Entries;
}

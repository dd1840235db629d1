using Jiedui.Access.Auditing;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Confirming;

/// <summary>The two sides' words at the command line: what is printed, how it ends, and what is refused.</summary>
public sealed class WordCommandsTests : IDisposable
{
    private const string Tours = "talent.study_tours";

    private readonly Talk talk = new();

    [Fact]
    public async Task Records_are_confirmed_for_a_side_all_or_by_number_or_by_condition()
    {
        talk.Enter(Side.Giver, count: 4);
        var one = await Run("confirm", Tours, "2", "--side", "receiver");
        Assert.Equal((0, "研学活动：已记下 1 条；未动：无须再表态 0 条，有异议 0 条。"), (one.Code, one.Output.Trim()));
        Assert.Equal(Standing.Confirmed, talk.Tour(2).Receiver);

        Assert.Equal(1, (await Run("confirm", Tours, "--side", "receiver", "--where", "期次=第3期", "--json")).Json.GetProperty("said").GetInt32());
        var rest = (await Run("confirm", Tours, "--side", "receiver", "--json")).Json;
        Assert.Equal((2, 2), (rest.GetProperty("said").GetInt32(), rest.GetProperty("already").GetInt32()));
        Assert.Equal(4, new AuditLog(talk.Office.Database).Find(new AuditQuery { Act = AuditAct.Confirmation }).Entries.Sum(entry => System.Text.Json.JsonDocument.Parse(entry.Told).RootElement.GetProperty("count").GetInt32()));
        Assert.Empty(talk.Office.Verify().Faults);
    }

    [Fact]
    public async Task A_number_that_is_not_there_comes_back()
    {
        talk.Enter(Side.Giver);
        var run = await Run("confirm", Tours, "1", "77", "--side", "receiver");
        Assert.Equal(2, run.Code);
        Assert.Contains("已记下 1 条", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不是哪一方", Tours, "--side", "both")]
    [InlineData("没有台账", "no.such", "--side", "giver")]
    [InlineData("没有“没有的列”这一列", Tours, "--side", "giver", "--where", "没有的列=1")]
    [InlineData("没有写值", Tours, "--side", "giver", "--where", "期次=")]
    [InlineData("只能写一个", Tours, "--side", "giver", "--dispute", "重复", "--review")]
    [InlineData("要写明原因", Tours, "1", "--side", "receiver", "--dispute", " ")]
    [InlineData("--side", Tours)]
    public async Task What_cannot_be_said_is_told_and_nothing_is(string why, params string[] arguments)
    {
        talk.Enter(Side.Giver);
        var run = await Run(["confirm", .. arguments]);
        Assert.Equal(1, run.Code);
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, talk.Office.Count("word"));
    }

    [Fact]
    public async Task A_dispute_is_listed_until_it_is_settled()
    {
        talk.Enter(Side.Giver, count: 2);
        Assert.Contains("已记下 1 条", (await Run("confirm", Tours, "2", "--side", "receiver", "--dispute", "人数与签到表不符")).Output, StringComparison.Ordinal);
        var listed = await Run("disputes", "--json");
        var dispute = Assert.Single(listed.Json.EnumerateArray());
        Assert.Equal((0, Tours, 2, "人数与签到表不符"), (listed.Code, dispute.GetProperty("ledger").GetString(), dispute.GetProperty("record").GetInt32(), dispute.GetProperty("reason").GetString()));
        var table = (await Run("disputes")).Output;
        foreach (var told in (string[])["研学活动", "受帮扶方", "人数与签到表不符"])
            Assert.Contains(told, table.ReplaceLineEndings(""), StringComparison.Ordinal);

        // To all at once, a disputed record is passed over; named by its number, it is settled.
        Assert.Contains("有异议 1 条", (await Run("confirm", Tours, "--side", "receiver")).Output, StringComparison.Ordinal);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 2);
        Assert.Empty((await Run("disputes", "--json")).Json.EnumerateArray());
    }

    [Fact]
    public async Task Review_passes_what_waits_for_it()
    {
        talk.Rules(receiver: ReviewSteps.Office);
        talk.Enter(Side.Giver);
        talk.Say(Talk.Speaker(Side.Receiver, Level.Clerk), Verdict.Confirm);
        Assert.Equal(Standing.AwaitsOffice, talk.Tour().Receiver);
        Assert.Contains("已记下 1 条", (await Run("confirm", Tours, "--side", "receiver", "--review")).Output, StringComparison.Ordinal);
        Assert.Equal(Standing.Confirmed, talk.Tour().Receiver);
    }

    [Fact]
    public async Task Rules_are_shown_and_changed_one_by_one()
    {
        var shown = await Run("rules");
        Assert.Equal(0, shown.Code);
        Assert.Equal(["帮扶方审核：不审核", "受帮扶方审核：不审核", "数字口径：入账即算"], shown.Output.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

        await Run("rules", "--review-receiver", "unit,office");
        var changed = (await Run("rules", "--official", "confirmed", "--json")).Json;
        Assert.Equal(("none", "unit,office", "confirmed"), (changed.GetProperty("review_giver").GetString(), changed.GetProperty("review_receiver").GetString(), changed.GetProperty("official").GetString()));
        Assert.Equal(2, new AuditLog(talk.Office.Database).Find(new AuditQuery { Act = AuditAct.Setting }).Total);
    }

    [Theory]
    [InlineData("不是审核步骤", "--review-giver", "all")]
    [InlineData("不是口径", "--official", "both")]
    public async Task What_is_no_rule_is_told_and_changes_nothing(string why, params string[] arguments)
    {
        var run = await Run(["rules", .. arguments]);
        Assert.Equal(1, run.Code);
        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, talk.Office.Count("rule"));
    }

    public void Dispose() => talk.Dispose();

    private Task<CommandRun> Run(params string[] arguments) => CommandRun.Of(talk.Office, arguments);
}

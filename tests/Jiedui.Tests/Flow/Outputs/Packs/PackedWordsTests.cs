using System.Text;
using System.Text.Json;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;
using Jiedui.Tests.Flow.Confirming;

namespace Jiedui.Tests.Flow.Outputs.Packs;

/// <summary>Figures and lists of what both sides confirmed, now and as of a moment, in a report and in its pack.</summary>
public sealed class PackedWordsTests : IDisposable
{
    private readonly Talk talk = new();

    [Fact]
    public void As_of_a_moment_the_words_of_then_count()
    {
        talk.Enter(Side.Giver, count: 3);
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 1);
        var first = DateTimeOffset.UtcNow;
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 1, "人数不对");
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Confirm, 2);

        var then = CasePack.Of(talk.Office, query => query with { ConfirmedOnly = true, AsOf = first });
        Assert.Equal(10, Pupils(then));
        Assert.Empty(CasePack.Check(then).Faults);
        var now = CasePack.Of(talk.Office, query => query with { ConfirmedOnly = true });
        Assert.Equal(20, Pupils(now));
        Assert.Empty(CasePack.Check(now).Faults);
        Assert.Equal((Standing.Confirmed, Standing.Disputed), talk.Stands());

        // Whoever changes what a side had said is found out by the figure.
        var forged = CasePack.Forge(then, "records/talent.study_tours.json", text => text.Replace("\"receiver\":0", "\"receiver\":3", StringComparison.Ordinal));
        Assert.Contains(CasePack.Check(forged).Faults, fault => fault.Contains("talent.study_tour_pupils", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_lists_only_what_it_counts()
    {
        talk.Office.Import(new Kit.Xlsx().Sheet("研学活动",
        [
            ["名称", "期次", "开始日期", "学生人数", "帮扶方确认", "受帮扶方确认"],
            ["古城研学", "第1期", "2020-05-01", 10, "是", "是"], ["航天研学", "第1期", "2020-06-01", 20, "是", "是"], ["红色研学", "第1期", "2020-07-01", 30, "是", "否"],
        ]).Save(talk.Office.Folder));
        var first = DateTimeOffset.UtcNow;
        talk.Say(Talk.Speaker(Side.Receiver), Verdict.Dispute, 2, "没有这次活动");

        Assert.Equal(["古城研学", "航天研学", "红色研学"], Told(confirmed: false));
        Assert.Equal(["古城研学"], Told(confirmed: true));
        Assert.Equal(["古城研学", "航天研学"], Told(confirmed: true, first));
    }

    public void Dispose() => talk.Dispose();

    private IEnumerable<string> Told(bool confirmed, DateTimeOffset? asOf = null)
    {
        var page = Encoding.UTF8.GetString(CasePack.PartsOf(CasePack.Of(talk.Office, query => query with { ConfirmedOnly = confirmed, AsOf = asOf }))["工作纪实.html"]);
        return ((string[])["古城研学", "航天研学", "红色研学"]).Where(name => page.Contains(name, StringComparison.Ordinal));
    }

    private static decimal Pupils(byte[] pack)
    {
        using var facts = JsonDocument.Parse(CasePack.PartsOf(pack)["facts.json"]);
        return facts.RootElement.EnumerateArray().First(fact => fact.GetProperty("code").GetString() == "talent.study_tour_pupils").GetProperty("value").GetDecimal();
    }
}

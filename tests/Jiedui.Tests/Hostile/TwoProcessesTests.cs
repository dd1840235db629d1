using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jiedui.Tests.Hostile.Killing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Hostile;

/// <summary>Two clerks, each at a program of his own over the same data folder, correct the same record at the same moment.</summary>
public sealed class TwoProcessesTests
{
    [Fact]
    public async Task One_wins_and_the_other_is_told_who_did()
    {
        using var office = Installation.WithCaseUnits();
        using var one = await ServedProgram.Start(office.Database);
        using var other = await ServedProgram.Start(office.Database);
        var cells = new Dictionary<string, string> { ["日期"] = "2020-04-01", ["活动名称"] = "春风行动", ["形式"] = "网络招聘", ["主办单位"] = "丹凤县人社局", ["参加企业数"] = "1" };
        using var entered = await one.Client.PostAsJsonAsync("/api/v1/ledgers/labour.fairs/records", new { cells }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        for (var version = 1; version <= 12; version++)
        {
            var answers = await Task.WhenAll(Correct(one, version, 100 + version), Correct(other, version, 200 + version));
            var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            var lost = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
            // In one message: what was changed, to what, and that the loser's own was not stored.
            foreach (var part in (string[])["参加企业数", $"{won.Employers}", "没有存入"])
                Assert.Contains(part, lost.Told, StringComparison.Ordinal);
        }
        Assert.Equal(13, office.Count("labour_fairs"));
        Assert.Empty(office.Verify().Faults);
    }

    private static async Task<(HttpStatusCode Status, string Told, int Employers)> Correct(ServedProgram at, int version, int employers)
    {
        using var answer = await at.Client.PutAsJsonAsync(
            "/api/v1/ledgers/labour.fairs/records/1", new { version, reason = "核对", cells = new Dictionary<string, string> { ["参加企业数"] = $"{employers}" } }, TestContext.Current.CancellationToken);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, told.ToString(), employers);
    }
}

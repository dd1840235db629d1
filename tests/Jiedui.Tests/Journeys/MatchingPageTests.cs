using System.Net;
using System.Text.Json;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>Proposing vacancies on the page and over HTTP.</summary>
[Collection(nameof(Site))]
public sealed class MatchingPageTests(Site site)
{
    private const string Fair = "金秋送岗进丹凤招聘会";

    [Theory]
    [InlineData(1366, ColorScheme.Light)]
    [InlineData(1366, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_matching_runs_and_its_list_says_why_and_is_masked(int width, ColorScheme scheme)
    {
        await using var visit = await site.Visit(width, scheme: scheme);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/fields/labour");
            await page.ClickAsync(".page-head a:has-text('人岗匹配')");
            await page.SelectOptionAsync("[name=fair]", Fair);
            await page.ClickAsync("button:has-text('推荐岗位')");
            await page.WaitForSelectorAsync("h1:text-matches('^推荐')", new() { Timeout = 120_000 });
            var told = await page.InnerTextAsync("main");
            Assert.Matches("相差不超过|没有总分更高", told);
            Assert.Contains(Fair, told, StringComparison.Ordinal);
            Assert.Contains("工种相符：", told, StringComparison.Ordinal);
            Assert.All(await page.Locator(".proposals tbody th").AllInnerTextsAsync(), name => Assert.EndsWith("**", name, StringComparison.Ordinal));
            Assert.Empty(await visit.Barriers());
            Assert.True(await visit.Overflow() <= 0);
            var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a:has-text('下载推荐名单')"));
            Assert.Equal("人岗匹配.xlsx", download.SuggestedFilename);
        });
        Assert.Empty(visit.Faults);
        Assert.Contains(new AuditLog(site.Database).Find(new AuditQuery { Act = AuditAct.Export }).Entries, entry => entry.About == "人岗匹配");
    }

    [Fact]
    public async Task The_api_answers_as_the_command_does_and_a_wrong_name_is_the_askers()
    {
        var answer = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/match?fair=" + Uri.EscapeDataString(Fair))).RootElement;
        Assert.Equal(1153, answer.GetProperty("vacancies").GetInt64());
        Assert.InRange(answer.GetProperty("assigned").GetInt32(), 1, 1153);
        Assert.True(answer.GetProperty("bound").GetInt64() >= answer.GetProperty("objective").GetInt64());
        var wrong = await site.Client.GetAsync("/api/v1/match?fair=" + Uri.EscapeDataString("金秋招聘会"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains(Fair, await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedIn(Role.SystemAdministrator)).GetAsync("/api/v1/match")).StatusCode);
    }
}

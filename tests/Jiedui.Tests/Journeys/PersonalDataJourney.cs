using Jiedui.Access;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>Somebody needs a person's number: gives a reason, sees it once, and goes back.</summary>
[Collection(nameof(Site))]
public sealed class PersonalDataJourney(Site site)
{
    private const string IdNumberInClear = @"6199\d{13}[\dX]";

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task Shown_on_request_and_once(int width)
    {
        await using var visit = await site.Visit(width);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.workers/3");
            Assert.DoesNotMatch(IdNumberInClear, await page.ContentAsync());
            await page.ClickAsync("summary:has-text('要看个人信息')");
            await page.FillAsync("input[name=reason] >> nth=0", "核对补贴名单");
            await page.ClickAsync("button:has-text('显示个人信息')");
            await page.WaitForSelectorAsync(".notice:has-text('审计日志')");
            Assert.Matches(IdNumberInClear, await page.InnerTextAsync("main"));
            Assert.Empty(await visit.Barriers());
            Assert.Equal(0, await visit.Overflow());
            await page.ClickAsync("main a:has-text('回到这条记录')");
            Assert.DoesNotMatch(IdNumberInClear, await page.ContentAsync());
        });
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task The_download_menu_asks_why(int width)
    {
        await using var visit = await site.Visit(width);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.workers");
            await page.ClickAsync("summary:has-text('下载')");
            Assert.True(await page.Locator("input[name=reason][required]").IsVisibleAsync());
            Assert.Empty(await visit.Barriers());
            Assert.Equal(0, await visit.Overflow());
        });
    }

    [Fact]
    public async Task Who_may_not_is_told_so()
    {
        await using var visit = await site.Visit(1366);
        await visit.Page.SetExtraHTTPHeadersAsync([KeyValuePair.Create(TestSignIn.Header, TestSignIn.Of(new Actor("sys", Role.SystemAdministrator)))]);
        await visit.Walk(async page =>
        {
            Assert.Equal(403, (await page.GotoAsync("/ledgers/labour.workers/3"))!.Status);
            Assert.Equal("没有权限", await page.InnerTextAsync("h1"));
            Assert.Equal(0, await page.Locator(".toc section, .topbar-links a[href^='/import']").CountAsync());
        });
    }
}

using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>A clerk corrects one record in the browser: what is wrong stands beside its field, what was typed stays, and who was slower is told.</summary>
[Collection(nameof(Site))]
public sealed class CorrectionJourney(Site site)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task From_a_wrong_cell_to_the_next_version(int width)
    {
        await using var visit = await site.Visit(width);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.fairs/new");
            await page.FillAsync("[name='c:日期']", "2020-06-08");
            await page.FillAsync("[name='c:活动名称']", $"更正演示{width}");
            await page.SelectOptionAsync("[name='c:形式']", "网络招聘");
            await page.FillAsync("[name='c:主办单位']", "丹凤县人社局（更正）");
            await page.FillAsync("[name='c:参加企业数']", "很多");
            await page.ClickAsync("button:has-text('记入这一条')");
            await page.WaitForSelectorAsync(".entry-wrong .entry-fault");
            Assert.Equal($"更正演示{width}", await page.InputValueAsync("[name='c:活动名称']"));
            Assert.Empty(await visit.Barriers());
            Assert.True(await visit.Overflow() <= 0);
            await page.FillAsync("[name='c:参加企业数']", "12");
            await page.ClickAsync("button:has-text('记入这一条')");
            await page.WaitForSelectorAsync($"h1:has-text('更正演示{width}')");

            await page.ClickAsync("text=更正这条记录");
            var slower = await page.Context.NewPageAsync();
            await slower.GotoAsync(page.Url);
            await Correct(page, "13");
            await page.WaitForSelectorAsync(".versions");
            await slower.FillAsync("[name='c:备注']", "慢一步");
            await Correct(slower, "14");
            Assert.Contains("12 改为 13", await slower.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
            Assert.Equal("14", await slower.InputValueAsync("[name='c:参加企业数']"));
            Assert.Contains("13", await slower.InnerTextAsync(".entry-now"), StringComparison.Ordinal);
            await Correct(slower, "14");
            await slower.WaitForSelectorAsync(".versions");
            Assert.Equal(3, await slower.Locator(".versions > li").CountAsync());
        });
        Assert.Empty(visit.Faults);
    }

    private static async Task Correct(IPage page, string employers)
    {
        await page.FillAsync("[name='c:参加企业数']", employers);
        await page.FillAsync("[name=reason]", "核对签到表");
        await page.ClickAsync("button:has-text('存入更正')");
        await page.WaitForSelectorAsync("[role=alert], .versions");
    }
}

using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>What holds for every page, at a desk and on a phone, by day and by night, in both languages.</summary>
[Collection(nameof(Site))]
public sealed class EveryPageTests(Site site)
{
    [Theory]
    [InlineData(1366, "zh", ColorScheme.Light)]
    [InlineData(1366, "en", ColorScheme.Dark)]
    [InlineData(390, "zh", ColorScheme.Dark)]
    [InlineData(390, "en", ColorScheme.Light)]
    public async Task Nobody_is_kept_out(int width, string language, ColorScheme scheme)
    {
        await using var visit = await site.Visit(width, language, scheme);
        var wrong = new List<string>();
        await visit.Walk(async page =>
        {
            foreach (var address in Pages.All)
            {
                await page.GotoAsync(address);
                wrong.AddRange((await visit.Barriers()).Select(barrier => $"{address}: {barrier}"));
                if (await visit.Overflow() is > 0 and var wider)
                    wrong.Add($"{address}: {wider} pixels wider than the window");
                if (await page.EvaluateAsync<string>("document.documentElement.lang") is var lang && lang != (language == "en" ? "en" : "zh-CN"))
                    wrong.Add($"{address}: lang {lang}");
                if (await page.Locator("h1").CountAsync() != 1)
                    wrong.Add($"{address}: not one h1");
            }
        });
        Assert.Empty(wrong);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Styles_and_charts_are_loaded()
    {
        await using var visit = await site.Visit(1366);
        var loaded = new List<string>();
        visit.Page.Response += (_, response) => loaded.Add(response.Url);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal("216px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.shell')).gridTemplateColumns.split(' ')[0]"));
            Assert.True(await page.Locator(".chart canvas").CountAsync() > 0);
        });
        foreach (var part in (string[])["tabler", "app", "parts", "page", "charts"])
            Assert.Contains(loaded, url => url.Contains($"/{part}.", StringComparison.Ordinal));
        Assert.Empty(visit.Faults);
    }
}

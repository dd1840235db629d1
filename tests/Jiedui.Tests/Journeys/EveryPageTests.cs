using Jiedui.Tests.Kit;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>What holds for every page, at a desk and on a phone, by day and by night, in both languages.</summary>
[Collection(nameof(LookedAtSite))]
public sealed class EveryPageTests(Site site)
{
    [Theory]
    [InlineData(1366, "zh", ColorScheme.Light)]
    [InlineData(1366, "en", ColorScheme.Dark)]
    [InlineData(390, "zh", ColorScheme.Dark)]
    [InlineData(390, "en", ColorScheme.Light)]
    public async Task Nobody_is_kept_out(int width, string language, ColorScheme scheme)
    {
        Assert.SkipUnless(TestServer.IsBuiltIn || (width, language) == (1366, "zh"), "How pages look does not depend on the engine: one round over all of them is enough.");
        var wrong = new List<string>();
        foreach (var (role, addresses) in Pages.ByRole)
        {
            await using var visit = await site.Visit(width, language, scheme, role);
            await visit.Walk(async page =>
            {
                foreach (var address in addresses)
                {
                    await page.GotoAsync(address);
                    wrong.AddRange((await Wrongs(visit, language)).Select(one => $"{address}: {one}"));
                }
            });
            wrong.AddRange(visit.Faults);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Whatever_keeps_people_out_is_found_within_a_frame_too()
    {
        Assert.SkipUnless(TestServer.IsBuiltIn, "No engine makes a difference to it.");
        await using var visit = await site.Visit(390, role: null);
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.SetContentAsync("""<html lang="zh-CN"><title>a</title><main><h1>a</h1><iframe title="b" srcdoc="&lt;html lang=zh&gt;&lt;title&gt;b&lt;/title&gt;&lt;img src=c&gt;"></iframe></main></html>""");
        Assert.StartsWith("critical image-alt", Assert.Single(await visit.Barriers()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_person_who_was_found_stands_where_everybody_can_read_it(int width)
    {
        await using var visit = await site.Visit(width);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/persons");
            await page.FillAsync("[name=who]", "张霞");
            await page.ClickAsync("button:has-text('查找这个人')");
            Assert.True(await page.Locator("[name=record]").CountAsync() > 1);
            Assert.Equal(0, await page.Locator("[name=record]:checked").CountAsync());
            Assert.Empty(await Wrongs(visit, "zh"));
            // Without the typed word the form does not leave the page.
            await page.CheckAsync("[name=record] >> nth=0");
            await page.FillAsync("[name=reason]", "本人要求");
            await page.FillAsync("[name=sure]", "好");
            await page.ClickAsync("button:has-text('删除，不再恢复')");
            Assert.True(await page.EvaluateAsync<bool>("document.querySelector('[name=sure]').matches(':invalid')"));
        });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_confirmed_records_the_key_figures_say_so()
    {
        await using var visit = await site.Visit(390);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/?confirmed=true&from=2019-05&to=2019-05");
            Assert.Contains("双方都确认", await page.InnerTextAsync("[aria-label=关键数字]"), StringComparison.Ordinal);
            await page.ClickAsync("[aria-label=关键数字] a:has-text('还没有确认')");
            Assert.Equal("确认与异议", await page.InnerTextAsync("h1"));
        });
    }

    [Fact]
    public async Task What_is_confirmed_at_once_stands_below_the_filters_with_its_count()
    {
        var (name, password) = TestAccounts.Add(site.Database, Jiedui.Access.Role.Office, binding => binding with { Side = Jiedui.Measures.Side.Receiver });
        using var client = SigningIn.Client(site.Address);
        await using var visit = await site.Visit(390, role: null);
        var session = await SigningIn.WithPassword(client, name, password);
        await visit.Page.Context.AddCookiesAsync([new() { Name = SigningIn.Cookie, Value = session, Url = site.Address }]);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.fairs");
            var (filters, result, button) = (await Top("form.grid-ask"), await Top(".grid-result"), await Top(".grid-result button:has-text('确认这')"));
            Assert.True(filters < result && result <= button && button < await Top(".records"));
            Assert.Matches("共 (\\d+) 条[\\s\\S]*确认这 \\1 条", await page.InnerTextAsync(".grid-result"));

            async Task<float> Top(string place) => (await page.Locator(place).First.BoundingBoxAsync())!.Y;
        });
    }

    [Fact]
    public void Every_style_sheet_closes_what_it_opens()
    {
        foreach (var sheet in Directory.EnumerateFiles(Path.Combine(Case.Root, "src", "Jiedui.App", "wwwroot"), "*.css"))
        {
            var text = File.ReadAllText(sheet);
            Assert.True(text.Count(one => one == '{') == text.Count(one => one == '}'), sheet);
        }
    }

    private static async Task<IReadOnlyList<string>> Wrongs(Visit visit, string language)
    {
        // What keeps people out are colours and what stands beside what: no language does. To look for it takes as long as all the rest.
        var wrong = new List<string>(language == "zh" || Nightly.IsOn ? await visit.Barriers() : []);
        if (await visit.Overflow() is > 0 and var wider)
            wrong.Add($"{wider} pixels wider than the window");
        if (await visit.Page.EvaluateAsync<string>("document.documentElement.lang") is var lang && lang != (language == "en" ? "en" : "zh-CN"))
            wrong.Add($"lang {lang}");
        if (await visit.Page.Locator("h1").CountAsync() != 1)
            wrong.Add("not one h1");
        return wrong;
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

using System.IO.Compression;
using Jiedui.Tests.Flow.Outputs.Packs;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Journeys;

/// <summary>The page inside an evidence pack, opened from its folder as by a double click.</summary>
[Collection(nameof(Site))]
public sealed class PackPageTests(Site site)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task The_page_opens_without_any_program(int width)
    {
        Assert.SkipUnless(TestServer.IsBuiltIn, "What a pack holds is looked at on both engines; how its page shows it does not depend on them.");
        using var folder = new TempFolder();
        using (var office = new ImportedCase())
        using (var zip = new ZipArchive(new MemoryStream(CasePack.Of(office))))
            zip.ExtractToDirectory(folder.Path);
        await using var visit = await site.Visit(width);
        var faults = new List<string>();
        visit.Page.Console += (_, message) => faults.Add(message.Text);
        visit.Page.PageError += (_, message) => faults.Add(message);
        visit.Page.RequestFailed += (_, request) => faults.Add(request.Url);

        await visit.Page.GotoAsync("file://" + Path.Combine(folder.Path, "index.html"));

        var surveyed = visit.Page.Locator("details[id^='labour.surveyed-']").First;
        Assert.Contains("10844", await surveyed.Locator("summary").InnerTextAsync(), StringComparison.Ordinal);
        await surveyed.Locator("summary").ClickAsync();
        Assert.Contains("口径", await surveyed.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("03 劳动力摸排名册.xlsx", await surveyed.InnerTextAsync(), StringComparison.Ordinal);
        foreach (var link in await visit.Page.Locator("a[href]").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => decodeURIComponent(link.href.replace('file://', ''))))]"))
            Assert.True(File.Exists(link), link);
        Assert.Equal(0, await visit.Overflow());
        Assert.Empty(await visit.Barriers());
        await visit.Page.ClickAsync("a[href$='.html']");
        Assert.Contains("工作纪实", await visit.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Empty(faults);
    }
}

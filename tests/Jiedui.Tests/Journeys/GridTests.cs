using System.IO.Compression;
using System.Net;

namespace Jiedui.Tests.Journeys;

/// <summary>A ledger's table: sorts, filters, pages, leaves as a file, and gives away neither persons nor markup.</summary>
[Collection(nameof(Site))]
public sealed class GridTests(Site site)
{
    private const string IdNumberInClear = @"6199\d{13}[\dX]";

    [Fact]
    public async Task Sorts_by_the_pressed_column_and_turns_round()
    {
        await using var visit = await site.Visit(1366);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.workers");
            await page.ClickAsync(".records thead a:has-text('现月收入')");
            var up = await Numbers(page, "现月收入");
            Assert.Equal(up.Order(), up);
            await page.ClickAsync(".records thead a:has-text('现月收入')");
            var down = await Numbers(page, "现月收入");
            Assert.Equal(down.OrderDescending(), down);
            Assert.True(down[0] > up[0]);
            Assert.Equal("descending", await page.GetAttributeAsync(".records thead th:has-text('现月收入')", "aria-sort"));
        });
    }

    [Fact]
    public async Task Filters_by_a_column_and_says_how_many()
    {
        await using var visit = await site.Visit(1366);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.fairs");
            await page.ClickAsync("summary:has-text('按列筛选')");
            await page.SelectOptionAsync("select[name='f.形式']", "网络招聘");
            await page.ClickAsync("button:has-text('查找')");
            Assert.Contains(Uri.EscapeDataString("网络招聘"), page.Url, StringComparison.Ordinal);
            var forms = await page.Locator(".records td[data-label='形式']").AllInnerTextsAsync();
            Assert.NotEmpty(forms);
            Assert.All(forms, form => Assert.Equal("网络招聘", form));
            await page.ClickAsync("text=清除条件");
            Assert.True(await page.Locator(".records tbody tr").CountAsync() > forms.Count);
        });
    }

    [Fact]
    public async Task Pages_to_the_last_one()
    {
        await using var visit = await site.Visit(1366);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.workers");
            Assert.Equal(0, await page.Locator(".pager [rel=prev]").CountAsync());
            await page.ClickAsync(".pager [rel=next]");
            Assert.Contains("第 51–100 条", await page.InnerTextAsync(".pager"), StringComparison.Ordinal);
            var total = long.Parse(System.Text.RegularExpressions.Regex.Match(await page.InnerTextAsync(".pager"), @"共 ([\d,]+)").Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
            var last = (total + 49) / 50;
            await page.GotoAsync(FormattableString.Invariant($"/ledgers/labour.workers?page={last}"));
            Assert.Equal(total - (last - 1) * 50, await page.Locator(".records tbody tr").CountAsync());
            Assert.Equal(0, await page.Locator(".pager [rel=next]").CountAsync());
            // Beyond the end stands no error and no dead end.
            Assert.Equal(200, (await page.GotoAsync(FormattableString.Invariant($"/ledgers/labour.workers?page={last + 1}")))!.Status);
            Assert.True(await page.Locator("main a").CountAsync() > 1);
        });
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task No_identity_number_stands_on_a_page_or_in_an_export()
    {
        var page = await site.Client.GetStringAsync("/ledgers/labour.workers");
        var record = await site.Client.GetStringAsync("/ledgers/labour.workers/5");
        var csv = await site.Client.GetStringAsync("/downloads/ledgers/labour.workers.csv");
        Assert.Contains("身份证号", record, StringComparison.Ordinal);
        Assert.Contains("**", record, StringComparison.Ordinal);
        foreach (var text in (string[])[page, record, csv, await Strings("/downloads/ledgers/labour.workers.xlsx")])
            Assert.DoesNotMatch(IdNumberInClear, text);
        Assert.True(csv.Count(letter => letter == '\n') > 10_000);
    }

    [Fact]
    public async Task Words_of_a_record_are_never_markup()
    {
        var grid = await site.Client.GetStringAsync("/ledgers/labour.fairs");
        Assert.Contains("&lt;script&gt;", grid, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>document", grid, StringComparison.Ordinal);
        await using var visit = await site.Visit(1366);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/ledgers/labour.fairs?q=" + Uri.EscapeDataString(Spiteful.Host));
            Assert.Contains(Spiteful.Script, await page.InnerTextAsync(".records"), StringComparison.Ordinal);
            await page.Locator(".records tbody a").First.ClickAsync();
            Assert.Contains(Spiteful.Image, await page.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.DoesNotContain("hacked</", await page.TitleAsync(), StringComparison.Ordinal);
            Assert.NotEqual("hacked", await page.TitleAsync());
            await page.GotoAsync("/search?q=" + Uri.EscapeDataString(Spiteful.Script));
            Assert.NotEqual("hacked", await page.TitleAsync());
        });
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task An_export_keeps_to_the_filter(string format)
    {
        using var answer = await site.Client.GetAsync(new Uri($"/downloads/ledgers/labour.fairs.{format}?q=" + Uri.EscapeDataString(Spiteful.Host), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = format == "csv" ? await answer.Content.ReadAsStringAsync() : await Strings(answer.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains(Spiteful.Host, text, StringComparison.Ordinal);
        Assert.DoesNotContain("现场招聘会", format == "csv" ? text : "", StringComparison.Ordinal);
    }

    private async Task<string> Strings(string workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync(workbook)));
        return string.Concat(zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    private static async Task<List<decimal>> Numbers(Microsoft.Playwright.IPage page, string column) =>
        [.. (await page.Locator($".records td[data-label='{column}']").AllInnerTextsAsync()).Where(text => text.Length > 0).Select(text => decimal.Parse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture))];
}

using System.Net;

namespace Jiedui.Tests.Journeys;

/// <summary>What the program lets in, and what it tells those it does not.</summary>
[Collection(nameof(Site))]
public sealed class GateTests(Site site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/import")]
    [InlineData("/api/v1/ledgers")]
    [InlineData("/no-such-page")]
    public async Task Every_answer_carries_the_security_headers(string address)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/ledgers/no.such")]
    [InlineData("/ledgers/labour.fairs/999999")]
    [InlineData("/indicators/no.such")]
    [InlineData("/fields/none")]
    public async Task An_unknown_address_is_told_in_chinese(string address)
    {
        await using var visit = await site.Visit(1366);
        await visit.Walk(async page =>
        {
            var answer = await page.GotoAsync(address);
            Assert.Equal(404, answer!.Status);
            Assert.Equal("没有这一页", await page.InnerTextAsync("h1"));
            await page.ClickAsync("main a:has-text('回到总览')");
            Assert.Equal(1, await page.Locator(".start-head").CountAsync());
        });
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "files", "a.xlsx" } };
        using var answer = await site.Client.PostAsync(new Uri("/import/upload", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var confirm = await site.Client.PostAsync(new Uri("/import/0123/confirm", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, confirm.StatusCode);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_the_limit()
    {
        await using var visit = await site.Visit(1366);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/import");
            await page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = "太大.xlsx", MimeType = "application/octet-stream", Buffer = new byte[Site.LargestUpload + 1000] });
            await page.ClickAsync("button:has-text('读取并检查')");
            await page.WaitForSelectorAsync("[role=alert]");
            Assert.Contains("8 MB", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_by_name()
    {
        await using var visit = await site.Visit(390);
        await visit.Walk(async page =>
        {
            await page.GotoAsync("/import");
            await page.SetInputFilesAsync("input[type=file]", new Microsoft.Playwright.FilePayload { Name = "照片.xlsx", MimeType = "application/octet-stream", Buffer = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3] });
            await page.ClickAsync("button:has-text('读取并检查')");
            await page.WaitForSelectorAsync(".finding, [role=alert]");
            Assert.Contains("照片.xlsx", await page.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Equal(0, await page.Locator("button:has-text('导入 ')").CountAsync());
        });
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jiedui.App.Answers;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Web;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Web;

/// <summary>Who asks too often is told so in Chinese, and when to come back; others are not kept waiting.</summary>
public sealed class RateLimitTests(GuardedSite site) : IClassFixture<GuardedSite>
{
    [Fact]
    public async Task Exports_are_counted_for_each_account()
    {
        await using var app = await site.Start(new RateOptions { Exports = 2 });
        using var client = GuardedSite.ClientOf(app);
        for (var n = 0; n < 2; n++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Get(client, "/downloads/ledgers/labour.fairs.csv", "甲")).StatusCode);
        using var refused = await Get(client, "/downloads/ledgers/labour.fairs.csv", "甲");
        await AssertRefused(refused);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Get(client, "/downloads/ledgers/labour.fairs.csv", "乙")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(client, "/help", "甲")).StatusCode);
    }

    [Fact]
    public async Task A_program_that_imports_too_often_gets_a_problem()
    {
        await using var app = await site.Start(new RateOptions { Imports = 1 });
        using var client = GuardedSite.ClientOf(app);
        await client.PostAsync(new Uri("/api/v1/import", UriKind.Relative), null);
        using var refused = await client.PostAsync(new Uri("/api/v1/import", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Contains("太频繁", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Tries_to_sign_in_are_counted_by_the_address_that_the_proxy_tells()
    {
        await using var app = await site.Start(new RateOptions { SignInsByAddress = 2, SignInsByName = 100 });
        using var client = GuardedSite.ClientOf(app);
        for (var n = 0; n < 2; n++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Try(client, "10.0.0.5", $"name{n}")).StatusCode);
        using var refused = await Try(client, "10.0.0.5", "name3");
        await AssertRefused(refused);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Try(client, "10.0.0.6", "name4")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("X-Forwarded-For", "10.0.0.5");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Tries_to_sign_in_are_counted_by_the_name_from_wherever_they_come()
    {
        await using var app = await site.Start(new RateOptions { SignInsByAddress = 100, SignInsByName = 2 });
        using var client = GuardedSite.ClientOf(app);
        for (var n = 0; n < 2; n++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Try(client, $"10.0.0.{n}", "zhangsan")).StatusCode);
        using var refused = await Try(client, "10.0.0.9", " ZhangSan ");
        await AssertRefused(refused);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Try(client, "10.0.0.9", "lisi")).StatusCode);
    }

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.0/99")]
    public void A_proxy_that_is_no_address_is_told_at_the_start(string proxies)
    {
        using var folder = new TempFolder();
        var fault = Assert.Throws<UsageException>(() => WebHosting.Build(new WebOptions { DataFolder = folder.Path, Urls = "http://127.0.0.1:0", Proxies = proxies }, site.Database, Article.Catalogue));
        Assert.Contains(proxies, fault.Message, StringComparison.Ordinal);
    }

    private static async Task AssertRefused(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("请求太频繁", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Get(HttpClient client, string address, string account)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add(TestSignIn.Header, TestSignIn.Of(new Jiedui.Access.Actor(account, Jiedui.Access.Role.Office)));
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Try(HttpClient client, string from, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("Asked.Name", name), new("Asked.Password", "x")]) };
        request.Headers.Add("X-Forwarded-For", from);
        return await client.SendAsync(request);
    }
}

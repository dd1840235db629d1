using System.Net;
using Jiedui.Access;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Web;

/// <summary>What every answer carries, whatever its address and its outcome.</summary>
public sealed class HeadersTests(GuardedSite site) : IClassFixture<GuardedSite>
{
    [Fact]
    public async Task Every_route_answers_with_all_headers()
    {
        var addresses = site.Routes.Where(route => route.Methods.Contains("GET")).Select(route => route.Address).Append("/no-such-page").Distinct().ToList();
        Assert.True(addresses.Count > 25, "The routes are listed otherwise now.");
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
            void Demand(string name, Func<string, bool> holds)
            {
                var told = answer.Headers.TryGetValues(name, out var values) ? string.Join("; ", values) : "";
                if (!holds(told))
                    wrong.Add($"{address} ({(int)answer.StatusCode}): {name}: {told}");
            }
            Demand("Content-Security-Policy", policy => policy.Contains("default-src 'self'", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'self'", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal));
            Demand("X-Content-Type-Options", told => told == "nosniff");
            Demand("X-Frame-Options", told => told == "SAMEORIGIN");
            Demand("Referrer-Policy", told => told == "same-origin");
            Demand("Permissions-Policy", told => told.Contains("camera=()", StringComparison.Ordinal));
            Demand("Cross-Origin-Opener-Policy", told => told == "same-origin");
            Demand("Cross-Origin-Resource-Policy", told => told == "same-origin");
            Demand("Cache-Control", told => told.Contains("no-store", StringComparison.Ordinal) || (IsFile(address) && told.Length > 0));
            Demand("Server", told => told.Length == 0);
            Demand("X-Powered-By", told => told.Length == 0);
        }
        Assert.Empty(wrong);
    }

    private static bool IsRefusedForm(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType;

    [Fact]
    public async Task Every_post_of_a_browser_without_its_forms_token_is_refused()
    {
        // A program's routes ask for a header that no other site's form can send; the page of errors takes no form at all.
        var posts = site.Routes.Where(route => route.Methods.Contains("POST")).Select(route => route.Address).Where(address => address != "/error").Distinct().ToList();
        Assert.True(posts.Count > 5, "The routes are listed otherwise now.");
        var wrong = new List<string>();
        foreach (var address in posts)
        {
            var told = new List<HttpStatusCode>();
            foreach (var role in Enum.GetValues<Role>())
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("reason", "x")]) };
                request.Headers.Add(TestSignIn.Header, TestSignIn.Of(new Actor("某人", role)));
                using var answer = await site.Client.SendAsync(request);
                told.Add(answer.StatusCode);
            }
            // Whose act it is is asked for the token; others do not come so far. What takes JSON takes no form at all.
            if (!told.Exists(IsRefusedForm) || told.Exists(status => !IsRefusedForm(status) && status is not HttpStatusCode.Forbidden))
                wrong.Add($"{address}: {string.Join(' ', told.Select(status => (int)status).Distinct())}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_over_tls_the_browser_is_told_to_stay_there()
    {
        using var plain = await Ask("http");
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        using var sealedLine = await Ask("https");
        Assert.Contains("max-age=31536000", Assert.Single(sealedLine.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_not_for_scripts_nor_for_other_sites_and_over_tls_never_without_it()
    {
        using var answer = await Ask("https", "/import?lang=zh");
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("lang=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("jiedui.form=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i)samesite=(lax|strict)", cookie);
        });
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        for (var n = 0; n < 100; n++)
            request.Headers.Add($"X-Many-{n}", "x");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Only_where_files_are_taken_may_a_request_be_large()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Announce("/sign-in/nothing", 5 << 20));
        Assert.Equal(HttpStatusCode.BadRequest, await Announce("/import/upload", 5 << 20));
        Assert.Equal(HttpStatusCode.Redirect, await Announce("/import/upload", 600 << 20));
    }

    private async Task<HttpResponseMessage> Ask(string scheme, string address = "/health/live")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "jiedui.example.org";
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "10.0.0.5");
        return await site.Client.SendAsync(request);
    }

    /// <summary>Says how much is to come, and waits for the word to send it.</summary>
    private async Task<HttpStatusCode> Announce(string address, int bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(new byte[bytes]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } } };
        request.Headers.ExpectContinue = true;
        using var answer = await site.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static bool IsFile(string address) => Path.GetExtension(address) is ".css" or ".txt" or ".js" or ".svg" or ".gz" or ".map" or ".woff2";
}

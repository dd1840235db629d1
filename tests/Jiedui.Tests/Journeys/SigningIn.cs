using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Jiedui.Tests.Journeys;

/// <summary>The sign-in page as a browser without scripts uses it.</summary>
internal static partial class SigningIn
{
    public const string Cookie = "jiedui.session";

    private static readonly ConditionalWeakTable<HttpClient, CookieContainer> Cookies = [];

    /// <summary>Keeps cookies, follows no redirect.</summary>
    public static HttpClient Client(string address) => Client(address, new CookieContainer());

    /// <summary>The same browser at another address.</summary>
    public static HttpClient At(string address, HttpClient same) => Client(address, Cookies.GetOrCreateValue(same));

    private static HttpClient Client(string address, CookieContainer cookies)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(address) };
        Cookies.Add(client, cookies);
        return client;
    }

    /// <returns>The session's cookie.</returns>
    public static async Task<string> WithPassword(HttpClient client, string name, string password)
    {
        using var answer = await Post(client, "/sign-in", "sign-in", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return CookieOf(client, Cookie) ?? throw new InvalidOperationException($"{name} was not signed in.");
    }

    /// <summary>Where an answer leads: a path for a page of ours, the whole address for another site's.</summary>
    public static string PlaceOf(HttpResponseMessage answer, HttpClient client)
    {
        var place = new Uri(client.BaseAddress!, answer.Headers.Location!);
        return place.Authority == client.BaseAddress!.Authority ? place.PathAndQuery : place.OriginalString;
    }

    public static string? CookieOf(HttpClient client, string name) =>
        Cookies.TryGetValue(client, out var cookies) ? cookies.GetCookies(client.BaseAddress!)[name]?.Value : null;

    /// <summary>Fills in a form of a page and sends it: the form is the one with this handler, or with this action.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string page, string form, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = Token().Match(html).Groups[1].Value;
        var isAction = form.StartsWith('/');
        IEnumerable<(string, string)> all = [("__RequestVerificationToken", token), .. isAction ? [] : new[] { ("_handler", form) }, .. fields];
        return await client.PostAsync(new Uri(isAction ? form : page, UriKind.Relative), new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

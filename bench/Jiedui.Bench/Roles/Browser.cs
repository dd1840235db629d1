using System.Net;
using System.Text.RegularExpressions;

namespace Jiedui.Bench.Roles;

/// <summary>One person with cookies of his own.</summary>
internal sealed partial class Browser(Uri address, string name, string password, CookieContainer? cookies = null) : IDisposable
{
    private readonly CookieContainer cookies = cookies ?? new CookieContainer();
    private HttpClient? known;

    private HttpClient Client => known ??= new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>The same session over another connection.</summary>
    public Browser Again() => new(address, name, password, cookies);

    public async Task SignIn()
    {
        var token = Token().Match(await Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("_handler", "sign-in"), new("name", name), new("password", password)]);
        using var answer = await Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{name} was not signed in: {answer.StatusCode}.");
    }

    public async Task Open(string page)
    {
        using var answer = await Client.GetAsync(new Uri(page, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{name} was not shown {page}: {answer.StatusCode}.");
        await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => known?.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

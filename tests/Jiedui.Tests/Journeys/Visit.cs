using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>One person before the browser; what the console and the network say is kept.</summary>
public sealed class Visit(IBrowserContext context, IPage page, string home) : IAsyncDisposable
{
    private readonly List<string> faults = [];

    public IPage Page => page;

    /// <summary>Errors of the console, requests that failed, and requests to anybody else.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Listens, walks, and where the walk fails leaves a picture of where it stood.</summary>
    public async Task Walk(Func<IPage, Task> walk, [CallerMemberName] string name = "")
    {
        page.Console += (_, message) => Note(message.Type == "error", message.Text);
        page.PageError += (_, message) => faults.Add(message);
        page.Request += (_, request) => Note(!request.Url.StartsWith(home, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), request.Url);
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status} {response.Url}");
        try
        {
            await walk(page);
        }
        catch
        {
            var folder = Directory.CreateDirectory(Path.Combine(Case.Root, "TestResults")).FullName;
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize?.Width}.png"), FullPage = true });
            throw;
        }
    }

    /// <summary>What keeps people out of the page as it stands, one line each.</summary>
    public async Task<IReadOnlyList<string>> Barriers() =>
        [.. (await page.RunAxe()).Violations.Where(one => one.Impact is "serious" or "critical")
            .Select(one => $"{one.Impact} {one.Id}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}")];

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> Overflow() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(bool isFault, string what)
    {
        if (isFault)
            faults.Add(what);
    }
}

using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Jiedui.Tests.Kit;
using Microsoft.Playwright;

namespace Jiedui.Tests.Journeys;

/// <summary>One person before the browser; what the console and the network say is kept.</summary>
public sealed class Visit(IBrowserContext context, IPage page, string home) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

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

    /// <summary>What keeps people out of the page as it stands, one line each. No engine makes a difference to that, and looking for it takes half of the time: it is done on one.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        if (TestServer.IsServer)
            return [];
        // In the page itself and those within it: the package's own way opens another page for each look.
        foreach (var frame in page.Frames)
            await frame.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .map(one => `${one.impact} ${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
            """);
    }

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> Overflow() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(bool isFault, string what)
    {
        if (isFault)
            faults.Add(what);
    }
}

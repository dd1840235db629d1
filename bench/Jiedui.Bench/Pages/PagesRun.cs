using System.Globalization;
using Jiedui.Bench.Results;

namespace Jiedui.Bench.Pages;

/// <summary>Twenty people at once on the pages of an installation with a large roster, against the same server's plainest answer.</summary>
internal static class PagesRun
{
    private const int People = 20;
    private const int Requests = 1000;
    private const int Warm = 500;

    private const string Goal = "99th percentile < 100 ms";

    public static async Task<Section> Go(IReadOnlyList<int> sizes)
    {
        var lines = new List<Line>();
        var says = new List<string>();
        foreach (var rows in sizes.Count > 0 ? sizes : [1_000_000])
            await At(rows, lines, says);
        return new Section(
            "pages", "Pages",
            $"{People} people at once, each with a connection of his own and without a pause, on the served program in a process of its own; {Requests:#,##0} requests a page, after {2 * Warm:#,##0} that are not counted. Times as the asker saw them, waiting for one another included; the askers share the machine's cores.",
            lines)
        { Says = says };
    }

    private static async Task At(int rows, List<Line> lines, List<string> says)
    {
        using var books = ServedBooks.Make(rows);
        await books.Serve();
        var size = rows.ToString("#,##0", CultureInfo.InvariantCulture) + " records";
        using var crowd = await Crowd.Of(books, People);
        var hello = await Measured(crowd, ["/health/live"]);
        lines.Add(LineOf(size, "plain hello (/health/live)", hello, hello, null));
        IReadOnlyList<(string What, IReadOnlyList<string> Pages)> all =
        [
            .. Questions.OfLedger(rows),
            ("start page", [Questions.Start]),
            ("start page of any year, confirmed or not", Questions.Starts),
            ("field pages", Questions.Fields),
            ("indicator pages", Questions.Indicators),
        ];
        foreach (var (what, pages) in all.Take(1).Append(all.First(asked => asked.What == Questions.AnyText)))
            lines.Add(new Line(size, what + ", asked for the first time after the start", (await crowd.Ask(pages, 1)).Milliseconds, "ms"));
        // A program that has served for some minutes is compiled as well as it ever will be.
        foreach (var (_, pages) in all)
            await crowd.Ask(pages, Warm);
        foreach (var (what, pages) in all)
            lines.Add(LineOf(size, what, await Measured(crowd, pages), hello, Goal));
        var (now, peak) = books.Resident();
        says.Add(string.Create(CultureInfo.InvariantCulture, $"{size}: with the roster's index in memory {now:0} MiB are resident, at most {peak:0} MiB were."));
    }

    private static async Task<Asked> Measured(Crowd crowd, IReadOnlyList<string> pages)
    {
        await crowd.Ask(pages, Warm);
        var asked = await crowd.Ask(pages, Requests);
        Console.Error.WriteLine($"{pages[0]}: {asked.PerSecond:0} requests/s, CPU {asked.Cpu / Requests * 1000:0.00} ms a request");
        return asked;
    }

    private static Line LineOf(string size, string what, Asked asked, Asked hello, string? goal) =>
        new(size, string.Create(CultureInfo.InvariantCulture, $"{what}: {asked.PerSecond:#,##0} requests/s, {asked.Cpu / Requests * 1000:0.00} ms CPU each"), asked.Milliseconds, "ms")
        {
            Cpu = asked.Cpu,
            Against = ReferenceEquals(asked, hello) ? [] : [(asked.Milliseconds.Order().ElementAt(Requests / 2) * hello.PerSecond / asked.PerSecond, $"(requests/s of it {asked.PerSecond / hello.PerSecond:0.000} of) hello")],
            Goal = goal,
        };
}

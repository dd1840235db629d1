using System.Diagnostics;
using System.Globalization;
using Jiedui.Bench.Results;

namespace Jiedui.Bench.Pages;

/// <summary>From the start of the published program's process to its whole start page, over the case's books, and what is resident when nobody asks any more.</summary>
internal static class StartRun
{
    private const int Rounds = 5;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public static async Task<Section> Go()
    {
        var published = Directory.CreateTempSubdirectory("jiedui-bench-published-").FullName;
        try
        {
            Publish(published);
            using var books = ServedBooks.Make(0);
            await books.Serve();
            using var office = await books.SignedIn();
            books.Stop();
            var (seconds, resident) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                books.Begin([Path.Combine(published, "Jiedui.App")]);
                await books.Answers(Questions.Start, office);
                seconds.Add(watch.Elapsed.TotalSeconds);
                await Task.Delay(Idle);
                resident.Add(books.Resident().Now);
                books.Stop();
            }
            return new Section(
                "start", "Start", "The published program over the case's books, its process started anew each round; the page is the start page of somebody who is signed in.",
                [
                    new Line("the case", "start of the process to the whole start page", seconds, "s") { Goal = "under 1 s" },
                    new Line("the case", string.Create(CultureInfo.InvariantCulture, $"resident {Idle.TotalSeconds:0} s later"), resident, "MiB") { Goal = "under 200 MiB" },
                ]);
        }
        finally
        {
            Directory.Delete(published, recursive: true);
        }
    }

    private static void Publish(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "jiedui"), ["publish", folder]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The program was not published.");
    }
}

using System.Diagnostics;
using Jiedui.Bench.Roles;

namespace Jiedui.Bench.Pages;

/// <summary>Many people at once, each with a connection of his own, each asking for the next page as soon as the one before is whole.</summary>
internal sealed class Crowd(ServedBooks books, IReadOnlyList<Browser> people) : IDisposable
{
    public static async Task<Crowd> Of(ServedBooks books, int people)
    {
        var first = await books.SignedIn();
        // Twenty sign-ins at once from one address are refused, as they should be.
        return new Crowd(books, [first, .. Enumerable.Range(1, people - 1).Select(_ => first.Again())]);
    }

    /// <summary>Asks for each of the pages some times.</summary>
    public async Task<Asked> Ask(IReadOnlyList<string> pages, int times)
    {
        var milliseconds = new double[times];
        var next = -1;
        var cpu = books.CpuSeconds();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(people.Select(one => Task.Run(async () =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < times;)
            {
                var begun = Stopwatch.GetTimestamp();
                await one.Open(pages[at % pages.Count]);
                milliseconds[at] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        })));
        return new Asked(milliseconds, times / watch.Elapsed.TotalSeconds, books.CpuSeconds() - cpu);
    }

    public void Dispose()
    {
        foreach (var one in people)
            one.Dispose();
    }
}

/// <param name="Milliseconds">What each request took, as who asked saw it.</param>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Cpu">Processor time of the server, in seconds.</param>
internal sealed record Asked(IReadOnlyList<double> Milliseconds, double PerSecond, double Cpu);

using System.Diagnostics;
using Jiedui.Flow.Importing;

namespace Jiedui.App.Web.Importing;

/// <summary>Tells all processes how far an import is, a few times a second at most, and learns whether it is still this one's work.</summary>
internal sealed class ToldProgress(ImportRows rows, string job, string runner) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);

    private long told;

    /// <exception cref="TakenOverException">Another process works on it.</exception>
    public void Report(ImportProgress value)
    {
        if (told != 0 && Stopwatch.GetElapsedTime(told) < Often)
            return;
        told = Stopwatch.GetTimestamp();
        if (!rows.Tell(job, runner, value))
            throw new TakenOverException();
    }
}

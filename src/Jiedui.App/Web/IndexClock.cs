using Jiedui.Flow.Ledgers.Indexes;

namespace Jiedui.App.Web;

/// <summary>Lets go, while the pages are served, of what is held of ledgers that nobody looks at any more.</summary>
internal sealed class IndexClock(LedgerIndexes indexes, KnownAnswers answers, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // An idle program would not collect for hours, and keep what nobody needs.
                answers.Forget();
                if (indexes.Forget())
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}

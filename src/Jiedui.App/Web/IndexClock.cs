using Jiedui.Flow.Ledgers.Indexes;

namespace Jiedui.App.Web;

/// <summary>Lets go, while the pages are served, of what is held of ledgers that nobody looks at any more, and of what the last visitors left behind.</summary>
internal sealed class IndexClock(LedgerIndexes indexes, KnownAnswers answers, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        var (collections, isTidy) = (GC.CollectionCount(0), false);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                answers.Forget();
                // An idle program would not collect for hours, and keep what nobody needs.
                var isIdle = GC.CollectionCount(0) == collections;
                if (indexes.Forget() || (isIdle && !isTidy))
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                (collections, isTidy) = (GC.CollectionCount(0), isIdle);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}

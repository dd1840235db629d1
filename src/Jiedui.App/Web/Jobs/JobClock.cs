using Quartz;

namespace Jiedui.App.Web.Jobs;

/// <summary>Has this process take part in the work that all share, from when its pages are up to when they end, or the application does.</summary>
internal sealed class JobClock(ISchedulerFactory schedulers) : BackgroundService, IAsyncDisposable
{
    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await End();
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the pages are up.
        await Task.Yield();
        scheduler = await schedulers.GetScheduler(stoppingToken);
        await scheduler.Start(stoppingToken);
    }

    /// <summary>Work under way is not waited for: it rolls back, and is done by whoever is there next.</summary>
    private async ValueTask End()
    {
        if (scheduler is { } known)
            await known.Shutdown(waitForJobsToComplete: false);
        scheduler = null;
    }
}

using Quartz;

namespace Jiedui.App.Web.Jobs;

/// <summary>Has this process take part in the work that all share, from when its pages are up to when they end, or the application does.</summary>
internal sealed partial class JobClock(ISchedulerFactory schedulers, IHostApplicationLifetime program, ILogger<JobClock> log) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>So long does the first page take on a small machine.</summary>
    private static readonly TimeSpan FirstPage = TimeSpan.FromSeconds(0.5);

    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await End();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync(CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // Nobody stopped the program before it was disposed: what the library would tell it is gone already.
        }
        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PagesAreUp(stoppingToken);
            while (!await TryStart())
                await Task.Delay(Patience, stoppingToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // The program ended before it took part.
        }
    }

    /// <summary>Whoever waits for the first page goes first.</summary>
    private async Task PagesAreUp(CancellationToken stopping)
    {
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = program.ApplicationStarted.Register(up.SetResult);
        await up.Task.WaitAsync(stopping);
        await Task.Delay(FirstPage, stopping);
    }

    /// <summary>A database that does not answer now must not end the pages. What has begun to start is not ended before it has: the library cannot end half of itself.</summary>
    private async Task<bool> TryStart()
    {
        try
        {
            var shared = await schedulers.GetScheduler(CancellationToken.None);
            await shared.Start(CancellationToken.None);
            scheduler = shared;
            return true;
        }
        catch (Exception fault) when (fault is SchedulerException or System.Data.Common.DbException)
        {
            NotStarted(fault);
            return false;
        }
    }

    /// <summary>Work under way is not waited for: it rolls back, and is done by whoever is there next.</summary>
    private async ValueTask End()
    {
        if (scheduler is { } known)
            await known.Shutdown(waitForJobsToComplete: false);
        scheduler = null;
    }

    [LoggerMessage(LogLevel.Error, "Shared work could not begin; it is tried again.")]
    private partial void NotStarted(Exception fault);
}

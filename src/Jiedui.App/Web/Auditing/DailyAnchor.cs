using Jiedui.Access;
using Jiedui.Access.Auditing;

namespace Jiedui.App.Web.Auditing;

/// <summary>Anchors the audit log once a day while the pages are served, where anything was written since; the anchors page prints it.</summary>
internal sealed partial class DailyAnchor(AuditLog log, TimeProvider clock, ILogger<DailyAnchor> logger) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private static readonly Actor Itself = new("系统", Role.AuditAdministrator);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                AnchorWhereDue();
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    private void AnchorWhereDue()
    {
        try
        {
            log.TakeOver();
            log.AnchorDaily(Itself, clock.GetUtcNow());
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or IOException)
        {
            // A full disk must not end the service; the next hour tries again.
            NotAnchored(logger, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log was not anchored.")]
    private static partial void NotAnchored(ILogger logger, Exception fault);
}

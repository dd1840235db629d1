using Jiedui.Access;
using Jiedui.Access.Auditing;

namespace Jiedui.App.Web.Auditing;

/// <summary>Anchors the audit log once a day while the pages are served, where anything was written since; the anchors page prints it.</summary>
internal sealed class DailyAnchor(AuditLog log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private static readonly Actor Itself = new("系统", Role.AuditAdministrator);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            log.TakeOver();
            log.AnchorDaily(Itself, clock.GetUtcNow());
        }
    }
}

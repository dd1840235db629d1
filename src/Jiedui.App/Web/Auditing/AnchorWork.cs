using Jiedui.Access;
using Jiedui.Access.Auditing;
using Quartz;

namespace Jiedui.App.Web.Auditing;

/// <summary>Anchors the audit log once a day while the pages are served, where anything was written since; the anchors page prints it.</summary>
[DisallowConcurrentExecution]
internal sealed partial class AnchorWork(AuditLog log, TimeProvider clock, ILogger<AnchorWork> logger) : IJob
{
    public static readonly JobKey Key = new("anchor", "house");

    private static readonly Actor Itself = new("系统", Role.AuditAdministrator);

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
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
        return default;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log was not anchored.")]
    private static partial void NotAnchored(ILogger logger, Exception fault);
}

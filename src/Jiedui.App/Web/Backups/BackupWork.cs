using Jiedui.Access;
using Jiedui.Keeping;
using Jiedui.Keeping.Schedule;
using Jiedui.Sealing;
using Jiedui.Storage;
using Quartz;

namespace Jiedui.App.Web.Backups;

/// <summary>Looks whether a planned backup is due and makes it, or makes one that was asked for; never two at a time, whichever process does it.</summary>
[DisallowConcurrentExecution]
internal sealed partial class BackupWork(Database database, ILogger<BackupWork> log) : IJob
{
    public const string Asker = "asker";

    public const string Place = "place";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var runs = new BackupRuns(database);
        try
        {
            runs.EndBroken();
            if (context.MergedJobDataMap.GetString(Asker) is { } asker)
                runs.Planned(BackupPlan.Of(database), DateTime.Now, new Actor(asker, Role.SystemAdministrator) { Place = context.MergedJobDataMap.GetString(Place) ?? "" });
            else
                runs.FollowPlan(DateTime.Now, new Actor("定时备份", Role.SystemAdministrator));
        }
        catch (Exception fault) when (fault is BackupFaultException or KeyMissingException)
        {
            // It stands in the list and in the audit log.
            Failed(fault.Message);
        }
        catch (Exception fault)
        {
            // A full disk may keep even the list from being written: the clock goes on, and the next backup is tried in its time.
            Broken(fault);
        }
        return default;
    }

    [LoggerMessage(LogLevel.Error, "没有备份成：{Why}")]
    private partial void Failed(string why);

    [LoggerMessage(LogLevel.Error, "备份时出错")]
    private partial void Broken(Exception fault);
}

using Jiedui.Access;
using Jiedui.Keeping;
using Jiedui.Keeping.Schedule;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.App.Web.Backups;

/// <summary>Makes the planned backups while the pages are served, and at once when it is asked to.</summary>
public sealed partial class BackupClock(Database database, ILogger<BackupClock> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim asked = new(0);
    private Actor? asker;

    /// <summary>Whether a backup was asked for and has not begun.</summary>
    public bool IsAsked => asker is not null;

    /// <summary>Makes one by the plan now.</summary>
    public void Ask(Actor actor)
    {
        asker = actor;
        asked.Release();
    }

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the pages are up.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Run(Look, stoppingToken);
            await asked.WaitAsync(LookEvery, stoppingToken);
        }
    }

    private void Look()
    {
        var runs = new BackupRuns(database);
        try
        {
            runs.EndBroken();
            if (asker is { } actor)
                runs.Planned(BackupPlan.Of(database), DateTime.Now, actor);
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
        finally
        {
            asker = null;
        }
    }

    [LoggerMessage(LogLevel.Error, "没有备份成：{Why}")]
    private partial void Failed(string why);

    [LoggerMessage(LogLevel.Error, "备份时出错")]
    private partial void Broken(Exception fault);
}

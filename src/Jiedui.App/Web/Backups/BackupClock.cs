using Jiedui.Access;
using Quartz;

namespace Jiedui.App.Web.Backups;

/// <summary>Asks for a backup at once; those that are planned come by themselves.</summary>
public sealed class BackupClock(ISchedulerFactory schedulers)
{
    internal static readonly JobKey Key = new("backup", "house");

    private static readonly TriggerKey Asked = new("asked", "backup");

    /// <summary>Whether a backup was asked for and is not made yet.</summary>
    public async Task<bool> IsAsked() => await (await schedulers.GetScheduler()).Exists(Asked);

    /// <summary>Makes one by the plan now. Who asks a second time gets the one that is on its way.</summary>
    public async Task Ask(Actor actor)
    {
        var scheduler = await schedulers.GetScheduler();
        var trigger = TriggerBuilder.Create().WithIdentity(Asked).ForJob(Key).UsingJobData(BackupWork.Asker, actor.Name).UsingJobData(BackupWork.Place, actor.Place).StartNow();
        await scheduler.ScheduleTrigger(trigger.Build(), TriggerConflict.Keep);
    }
}

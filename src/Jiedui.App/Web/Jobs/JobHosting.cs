using Jiedui.App.Web.Auditing;
using Jiedui.App.Web.Backups;
using Jiedui.App.Web.Evidence;
using Jiedui.App.Web.Importing;
using Jiedui.Storage;
using Jiedui.Storage.Leasing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Quartz;

namespace Jiedui.App.Web.Jobs;

/// <summary>What any of the processes on one database does for all of them.</summary>
internal static class JobHosting
{
    /// <summary>What another process planned is seen so soon; what this one plans begins at once.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    public static void AddSharedJobs(this IServiceCollection services, Database database, TimeSpan lease)
    {
        services.AddSingleton<WaitingFiles>();
        services.AddSingleton<ImportRows>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<ImportRunner>();
        services.AddSingleton<BackupClock>();
        services.Configure<QuartzOptions>(quartz => (quartz.Scheduling.IgnoreDuplicates, quartz.Scheduling.OverwriteExistingData) = (true, false));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "jiedui";
                scheduler.InstanceId = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
                scheduler.IdleWaitTime = LookEvery;
            });
            quartz.UsePersistentStore(store => store.UseJobsOf(database, lease));
            quartz.Every<BackupWork>(BackupClock.Key, TimeSpan.FromMinutes(1));
            quartz.Every<AnchorWork>(AnchorWork.Key, TimeSpan.FromHours(1));
            quartz.Every<EvidenceWork>(EvidenceWork.Key, TimeSpan.FromHours(1));
            quartz.Every<ImportKeeping>(ImportKeeping.Key, TimeSpan.FromMinutes(1));
        });
        services.AddHostedService<JobClock>();
    }

    /// <summary>What a browser was given by one process is taken back by any.</summary>
    public static void AddSharedFormKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("jiedui");
        services.AddSingleton<FormKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<FormKeys>((options, keys) => options.XmlRepository = keys);
    }

    private static void Every<TJob>(this IQuartzBuilder quartz, JobKey key, TimeSpan often)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger<TJob>(trigger => trigger.WithIdentity(key.Name, key.Group).ForJob(key).StartNow().WithSimpleSchedule(times => times.WithInterval(often).RepeatForever()));
    }
}

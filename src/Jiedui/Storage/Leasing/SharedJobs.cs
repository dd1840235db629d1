using Quartz;

namespace Jiedui.Storage.Leasing;

/// <summary>Jobs that the processes on one database share: each is leased to one of them, and to another when that one is gone.</summary>
public static class SharedJobs
{
    /// <param name="lease">How often a process says that it is there; one that was not heard of for twice as long is taken for gone.</param>
    public static void UseJobsOf(this IPersistentStoreBuilder store, Database database, TimeSpan lease)
    {
        store.ConfigureStore(options =>
        {
            options.TablePrefix = LeaseTables.Prefix;
            options.AcquireTriggersWithinLock = true;
            options.UseBackgroundThreads = true;
        });
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (lease, lease));
        database.Lease(store);
    }
}

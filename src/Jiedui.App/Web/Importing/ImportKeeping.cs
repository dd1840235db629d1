using Jiedui.App.Web.Evidence;
using Jiedui.App.Web.Jobs;
using Jiedui.Flow.Importing;
using Quartz;

namespace Jiedui.App.Web.Importing;

/// <summary>Forgets what was uploaded a day ago, and sees to it that no work lies forgotten: a process may have gone between noting it and planning it.</summary>
[DisallowConcurrentExecution]
internal sealed class ImportKeeping(ImportRows rows, WaitingFiles files, ImportJobs jobs, Importer importer, FiledForms forms) : IJob
{
    public static readonly JobKey Key = new("keeping", "house");

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Longer than a process takes from noting work to planning it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var id in rows.Before(DateTime.UtcNow - Longest))
        {
            // Who still works on it learns that it is not his any more, and gives it up.
            rows.Remove(id);
            files.Drop(id);
            importer.Forget(id);
        }
        forms.Forget();
        foreach (var (id, turn) in rows.Waiting(DateTime.UtcNow - Patience))
        {
            if (!await context.Scheduler.Exists(ImportJobs.KeyOf(id, turn), cancellationToken))
                await jobs.Schedule(id, turn);
        }
    }
}

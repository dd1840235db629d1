using Quartz;

namespace Jiedui.App.Web.Importing;

/// <summary>A turn of work on an import job: reading it, or storing it. Where the process that does it goes, another does it again.</summary>
internal sealed class ImportWork(ImportRunner runner) : IJob
{
    public const string Job = "job";

    public const string Turn = "turn";

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        runner.Run(context.MergedJobDataMap.GetString(Job)!, context.MergedJobDataMap.GetLong(Turn), context.FireInstanceId);
        return default;
    }
}

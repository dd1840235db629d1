using System.Data.Common;
using Jiedui.Flow.Evidence;
using Jiedui.Storage;
using Quartz;

namespace Jiedui.App.Web.Evidence;

/// <summary>Ends what a killed process left of an erasure: the person's files are destroyed, an hour later at most.</summary>
[DisallowConcurrentExecution]
internal sealed partial class EvidenceWork(Database database, EvidenceBook book, ILogger<EvidenceWork> log) : IJob
{
    public static readonly JobKey Key = new("evidence", "house");

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var connection = database.Connect();
            book.DestroyErased(connection);
        }
        catch (Exception fault) when (fault is DbException or DatabaseUnavailableException or IOException or UnauthorizedAccessException)
        {
            NotDestroyed(fault);
        }
        return default;
    }

    [LoggerMessage(LogLevel.Error, "已删除个人信息的佐证文件没有销毁成，一小时后再试")]
    private partial void NotDestroyed(Exception fault);
}

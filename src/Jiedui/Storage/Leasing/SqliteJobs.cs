using System.Data.Common;
using Quartz.Impl.AdoJobStore;

namespace Jiedui.Storage.Leasing;

/// <summary>What of the job library's statements the built-in engine says otherwise than the standard.</summary>
internal sealed class SqliteJobs : StdAdoDelegate
{
    protected override SqlRowLimit GetRowLimit(int maxCount) => SqlRowLimit.AtStatementEnd("LIMIT", maxCount);

    protected override string ApplyPaging(string sql, bool takeLimited) => sql + (takeLimited ? " LIMIT @pageTake OFFSET @pageSkip" : " LIMIT -1 OFFSET @pageSkip");

    protected override void AddPagingParameters(DbCommand cmd, int skip, int take, bool takeLimited)
    {
        if (takeLimited)
            AddCommandParameter(cmd, "pageTake", take);
        AddCommandParameter(cmd, "pageSkip", skip);
    }
}

using System.Data.Common;
using Dapper;

namespace Jiedui.Tests.Kit;

/// <summary>A connection to a database of the built-in engine that has room for a few pages only, as on a disk that is nearly full, till this is disposed.</summary>
public sealed class FullDatabase : IDisposable
{
    /// <summary>SQLITE_FULL: the engine takes the whole transaction back by itself.</summary>
    public const int ErrorCode = 13;

    private readonly DbConnection connection;
    private readonly long most;

    public FullDatabase(DbConnection connection, int pages)
    {
        this.connection = connection;
        most = connection.ExecuteScalar<long>("PRAGMA max_page_count");
        Limit(connection.ExecuteScalar<long>("PRAGMA page_count") + pages);
    }

    /// <summary>The limit belongs to the connection, which others may take from the pool next.</summary>
    public void Dispose() => Limit(most);

    private void Limit(long pages) => connection.ExecuteScalar<long>($"PRAGMA max_page_count = {pages}");
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>
/// Spreads the books over a PostgreSQL that has Citus: tables whose key begins with the partnership lie in pieces by partnership, all of one partnership on one
/// node; the few that belong to all partnerships stand whole on every node. Accounts and the audit log stay where they are.
/// </summary>
internal static class Distribution
{
    /// <summary>The oldest version of the extension that takes triggers to the nodes by itself.</summary>
    private const int OldestVersion = 11;

    private const string By = "partnership";

    /// <summary>Does what is not done yet, all of it or nothing, and says how each table lies now.</summary>
    /// <exception cref="DatabaseUnavailableException">The server has no such extension, or one that is too old.</exception>
    public static IReadOnlyList<SpreadTable> Spread(DbConnection connection)
    {
        if (connection is not ServerConnection)
            throw new DatabaseUnavailableException("内置数据库只在一台机器上，不能分布。请先用 jiedui copy 把数据移到装有 Citus 扩展的 PostgreSQL，再运行 jiedui distribute --db \"Host=…;Database=…;Username=…\"。");
        DemandExtension(connection);
        using var transaction = Database.BeginWriting(connection);
        // The guards that refuse changes go with their tables: each looks at nothing but its own row, so it means the same in a piece as in the whole.
        connection.Execute("SET LOCAL citus.enable_unsafe_triggers = on; SET LOCAL citus.multi_shard_modify_mode = 'sequential'; SET LOCAL client_min_messages = warning", transaction: transaction);
        try
        {
            var spread = Spread(connection, transaction);
            transaction.Commit();
            return spread;
        }
        catch (PostgresException fault)
        {
            throw new DatabaseUnavailableException($"没有分布成，数据没有改动。数据库服务器说：{fault.MessageText.TrimEnd('.')}。请管理员核对各工作节点（citus_get_active_worker_nodes）是否都连得上、权限是否足够，再运行一次。");
        }
    }

    private static List<SpreadTable> Spread(DbConnection connection, DbTransaction transaction)
    {
        var tables = Tables(connection, transaction);
        // All pieces of one partnership lie together: each table is laid like the first.
        var first = tables.FirstOrDefault(table => table is { IsByPartnership: true, IsSpread: true })?.Name;
        foreach (var table in tables.Where(table => !table.IsSpread).OrderBy(table => table.IsByPartnership))
        {
            if (!table.IsByPartnership)
            {
                Lay(connection, transaction, $"create_reference_table('{table.Name}')", table.Name);
                continue;
            }
            Lay(connection, transaction, $"create_distributed_table('{table.Name}', '{By}', colocate_with => '{first ?? "none"}')", table.Name);
            first ??= table.Name;
        }
        return Tables(connection, transaction);
    }

    /// <summary>What stood in the table before is copied to its pieces first, and then no longer takes room on this node; the guards look away for just that.</summary>
    private static void Lay(DbConnection connection, DbTransaction transaction, string how, string table) => connection.Execute(
        $"""
        SELECT {how};
        ALTER TABLE {table} DISABLE TRIGGER USER;
        SELECT truncate_local_data_after_distributing_table('{table}');
        ALTER TABLE {table} ENABLE TRIGGER USER
        """,
        transaction: transaction);

    private static List<SpreadTable> Tables(DbConnection connection, DbTransaction transaction) =>
    [
        .. connection.Query<(string Name, string Partition, long IsSpread, long Pieces)>(
            """
            SELECT CAST(c.relname AS TEXT), CAST(a.attname AS TEXT), CASE WHEN p.logicalrelid IS NULL THEN 0 ELSE 1 END,
                (SELECT count(*) FROM pg_dist_shard s WHERE s.logicalrelid = c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
                LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
                LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                LEFT JOIN pg_dist_partition p ON p.logicalrelid = c.oid
            WHERE c.relkind = 'r' ORDER BY c.relname COLLATE "C"
            """,
            transaction: transaction).Select(table => new SpreadTable(table.Name, table.Partition == By, table.IsSpread != 0, table.Pieces)),
    ];

    private static void DemandExtension(DbConnection connection)
    {
        var version = connection.QuerySingleOrDefault<string>("SELECT CAST(extversion AS TEXT) FROM pg_extension WHERE extname = 'citus'")
            ?? throw new DatabaseUnavailableException(
                "这个 PostgreSQL 数据库没有 Citus 扩展，不能分布；数据没有改动。请管理员在协调节点和每个工作节点上安装 Citus（shared_preload_libraries = 'citus'），" +
                "在本数据库中执行 CREATE EXTENSION citus，用 citus_add_node 登记各工作节点，再运行一次。");
        if (int.Parse(version.Split('.', '-')[0], CultureInfo.InvariantCulture) < OldestVersion)
            throw new DatabaseUnavailableException($"这个数据库的 Citus 扩展是 {version} 版，太旧了，需要 {OldestVersion} 或更新的版本；数据没有改动。请管理员升级扩展后再运行一次。");
    }
}

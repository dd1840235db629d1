using Dapper;
using Jiedui.Storage;

namespace Jiedui.Bench.Steps;

/// <summary>
/// What the import wrote, written again by the database alone: nothing is read, checked, sealed or reckoned, and every table is filled in its own order. No import
/// of one writer that stores the same is faster.
/// </summary>
internal static class EngineStep
{
    private const string From = "imported";

    private static readonly string[] Tables = ["labour_workers", "labour_workers_key", "posting", "tally", "subject"];

    public static Action Prepared(Bench bench)
    {
        var imported = bench.Open();
        var connection = (imported.HasServer ? imported : (bench with { Folder = Path.Combine(bench.Folder, "engine") }).Open()).Connect();
        if (imported.HasServer)
            connection.Execute($"DROP SCHEMA IF EXISTS {From} CASCADE; CREATE SCHEMA {From}; {string.Concat(Tables.Select(table => $"CREATE TABLE {From}.{table} (LIKE {table} INCLUDING ALL);"))}");
        else
            connection.Execute($"ATTACH @file AS {From}", new { file = Path.Combine(bench.Folder, Database.BooksFile) });
        return () =>
        {
            using var transaction = Database.BeginWriting(connection);
            foreach (var table in Tables)
            {
                var (to, from) = imported.HasServer ? ($"{From}.{table}", table) : (table, $"{From}.{table}");
                connection.Execute($"INSERT INTO {to} SELECT * FROM {from} WHERE partnership > 0", transaction: transaction, commandTimeout: 0);
            }
            transaction.Commit();
        };
    }
}

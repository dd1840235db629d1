using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Jiedui.Storage.Engines;

/// <summary>The built-in engine.</summary>
internal sealed class SqliteDialect : Dialect
{
    /// <summary>KiB. A writer comes back to the same pages of many trees; the next who takes the connection from the pool sets it back.</summary>
    private const int WritingCache = 64 << 10;

    public override string LeaseName => "sqlite";

    public override string Define(string tables) => tables;

    public override string Define(Guard guard) =>
        $"CREATE TRIGGER {guard.Name} BEFORE {guard.Change} ON {guard.Table}{(guard.When is { } when ? $" WHEN {when}" : "")} BEGIN SELECT raise(ABORT, '{guard.Message}'); END;";

    public override int VersionOf(DbConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");

    public override void SetVersion(DbConnection connection, DbTransaction transaction, int version) =>
        connection.Execute($"PRAGMA user_version = {version.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);

    public override IReadOnlyList<string> Tables(DbConnection connection) =>
        connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").AsList();

    public override IReadOnlyList<string> Columns(DbConnection connection, string table) =>
        connection.Query<string>("SELECT name FROM pragma_table_info(@table) ORDER BY cid", new { table }).AsList();

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        connection.Execute($"PRAGMA cache_size = -{WritingCache.ToString(CultureInfo.InvariantCulture)}");
        return ((SqliteConnection)connection).BeginTransaction(deferred: false);
    }

    public override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override BulkInsert Insert(DbConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict) =>
        new SqliteBulkInsert((FileConnection)connection, table, columns, onConflict);

    public override string PlaceName(int place) => "$" + place.ToString(CultureInfo.InvariantCulture);

    public override string By(string index) => " INDEXED BY " + index;

    public override IEnumerable<T> Stream<T>(DbConnection connection, string sql, object? parameters, Func<DbDataReader, T> read)
    {
        using var reader = connection.ExecuteReader(sql, parameters);
        while (reader.Read())
            yield return read((DbDataReader)reader);
    }

    public override NumberRows Numbers(DbConnection connection, string sql, IReadOnlyList<(string Name, long Value)> parameters) =>
        Values(connection, sql, parameters);

    public override ValueRows Values(DbConnection connection, string sql, IReadOnlyList<(string Name, long Value)> parameters) =>
        new SqliteRows((SqliteConnection)connection, sql, parameters);

    public override void PrepareErasing(DbConnection connection) => connection.Execute("PRAGMA secure_delete = ON");

    public override void FinishErasing(DbConnection connection, IEnumerable<string> tables) => connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    public override void ResumeNumbers(DbConnection connection, DbTransaction transaction, string table)
    {
        // The next number is reckoned from the rows that are there.
    }
}

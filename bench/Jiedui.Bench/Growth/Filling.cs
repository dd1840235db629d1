using System.Data.Common;
using Dapper;
using Jiedui.Storage;
using Microsoft.Data.Sqlite;

namespace Jiedui.Bench.Growth;

/// <summary>
/// A filling of the built-in database as nothing but a bench does it: without a journal, with room for the pages that are written, and with the indexes of the
/// tables that grow made at its end, out of sorted keys.
/// </summary>
internal sealed class Filling : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<string> indexes;

    public Filling(Database database, IReadOnlyCollection<string> tables)
    {
        database.Release();
        connection = (SqliteConnection)database.Connect();
        connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE");
        var made = connection.Query<(string Name, string Sql)>("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN @tables", new { tables }).AsList();
        indexes = made.ConvertAll(index => index.Sql);
        foreach (var (name, _) in made)
            connection.Execute($"DROP INDEX {name}");
        Transaction = Database.BeginWriting(connection);
        connection.Execute("PRAGMA cache_size = -1000000");
    }

    public DbConnection Connection => connection;

    public DbTransaction Transaction { get; }

    public void Finish()
    {
        Transaction.Commit();
        foreach (var index in indexes)
            connection.Execute(index);
        connection.Execute("PRAGMA journal_mode = WAL");
    }

    public void Dispose()
    {
        Transaction.Dispose();
        SqliteConnection.ClearPool(connection);
        connection.Dispose();
    }
}

using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Microsoft.Data.Sqlite;

namespace Jiedui.Storage;

/// <summary>The embedded database of a data folder: one SQLite file in WAL mode, opened and brought to the present schema.</summary>
public sealed class Database
{
    /// <summary>How many seconds a writer waits for another: as long as a large import may take.</summary>
    private const int LongestWait = 600;

    private readonly string connectionString;

    private Database(string folder)
    {
        Folder = folder;
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "jiedui.db"), DefaultTimeout = LongestWait }.ToString();
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Opens the data folder's database, creating folder and database where they are missing, with a table for each of the ledgers.</summary>
    public static Database Open(string folder, IReadOnlyList<LedgerType> ledgers)
    {
        Directory.CreateDirectory(folder);
        var database = new Database(Path.GetFullPath(folder));
        using var connection = database.Connect();
        FixedTables.Migrate(connection);
        DeclaredTables.Ensure(connection, ledgers);
        return database;
    }

    /// <summary>A connection for reading, or for one writer at a time; the caller disposes it.</summary>
    public DbConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // NORMAL in WAL mode keeps the database sound after a kill; FULL also keeps what was acknowledged after a power cut, and a commit is rare here.
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
        return connection;
    }

    /// <summary>Begins a transaction that holds the write lock from its start, so that two writers queue instead of failing half-way.</summary>
    public static DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <summary>Copies the whole database, while others read and write, into a file.</summary>
    public void CopyTo(string file)
    {
        using var from = (SqliteConnection)Connect();
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        to.Open();
        from.BackupDatabase(to);
    }
}

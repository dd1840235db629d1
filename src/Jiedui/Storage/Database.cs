using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Microsoft.Data.Sqlite;

namespace Jiedui.Storage;

/// <summary>
/// The embedded database of a data folder, opened and brought to the present schema: two SQLite files in WAL mode. The books hold the ledgers; accounts, keys
/// and the audit log lie beside them, so that a long import keeps nobody from signing in.
/// </summary>
public sealed class Database
{
    /// <summary>How many seconds a writer waits for another: as long as a large import may take.</summary>
    private const int LongestWait = 600;

    /// <summary>The file of the books in a data folder.</summary>
    public const string BooksFile = "jiedui.db";

    /// <summary>The file of accounts, keys and the audit log in a data folder.</summary>
    public const string AccessFile = "access.db";

    private Database(string folder) => Folder = folder;

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The keys that seal and print in this installation.</summary>
    public Vault Vault { get; private init; } = null!;

    /// <summary>Whether a folder holds an installation.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, BooksFile));

    /// <summary>Opens the data folder's database, creating folder and database where they are missing, with a table for each of the ledgers.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="ledgers">The declared ledgers.</param>
    /// <param name="master">The master key; without it, the one that <see cref="MasterKey.Find"/> finds.</param>
    /// <param name="suite">The algorithms of a new installation; an old one keeps its own.</param>
    /// <exception cref="KeyMissingException">The master key is missing, or another.</exception>
    public static Database Open(string folder, IReadOnlyList<LedgerType> ledgers, MasterKey? master = null, Suite suite = Suite.Aes)
    {
        Directory.CreateDirectory(folder);
        folder = Path.GetFullPath(folder);
        using (var access = Connect(folder, AccessFile))
        {
            FixedTables.MigrateAccess(access);
            var database = new Database(folder) { Vault = SealingKeys.Open(access, master, suite) };
            database.Vault.Refresh = () => database.RefreshKeys(master);
            using var books = database.Connect();
            FixedTables.MigrateBooks(books);
            DeclaredTables.Ensure(books, ledgers);
            return database;
        }
    }

    /// <summary>Learns the keys that another process has made since, so that the newest seals from now on.</summary>
    public void RefreshKeys(MasterKey? master = null)
    {
        using var access = ConnectAccess();
        SealingKeys.Refresh(access, Vault, master);
    }

    /// <summary>A connection to the books, for reading or for one writer at a time; the caller disposes it.</summary>
    public DbConnection Connect() => Connect(Folder, BooksFile);

    /// <summary>A connection to accounts, keys and the audit log; the caller disposes it.</summary>
    public DbConnection ConnectAccess() => Connect(Folder, AccessFile);

    /// <summary>Begins a transaction that holds the write lock from its start, so that two writers queue instead of failing half-way.</summary>
    public static DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <summary>Begins a transaction that sees one state of the database from its first question on, and keeps no writer waiting.</summary>
    public static DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <summary>
    /// Copies both files, while others read and write, into a folder. Accounts and audit log first: what happens in between is then in the books only, and the
    /// audit log takes it over at the next start.
    /// </summary>
    public void CopyTo(string folder)
    {
        Copy(AccessFile, folder);
        Copy(BooksFile, folder);
    }

    /// <summary>The versions of the schemas of both files; those of a folder, or of this program.</summary>
    /// <exception cref="DbException">A file is no database, or a damaged one.</exception>
    public static (int Books, int Access) SchemasIn(string folder) => (CheckedSchema(Path.Combine(folder, BooksFile)), CheckedSchema(Path.Combine(folder, AccessFile)));

    /// <inheritdoc cref="SchemasIn"/>
    public static (int Books, int Access) Schemas => (FixedTables.BooksVersion, FixedTables.AccessVersion);

    /// <summary>Lets go of the files, so that the folder can be moved. Nobody may be reading or writing.</summary>
    public void Release()
    {
        foreach (var file in (string[])[BooksFile, AccessFile])
        {
            using var connection = Connect(Folder, file);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            SqliteConnection.ClearPool(connection);
        }
    }

    private void Copy(string file, string folder)
    {
        using var from = Connect(Folder, file);
        using var to = Unpooled(Path.Combine(folder, file));
        from.BackupDatabase(to);
    }

    private static int CheckedSchema(string file)
    {
        using var connection = Unpooled(file);
        return connection.ExecuteScalar<string>("PRAGMA integrity_check(1)") == "ok"
            ? connection.ExecuteScalar<int>("PRAGMA user_version")
            : throw new SqliteException($"{Path.GetFileName(file)} is damaged.", 11);
    }

    private static SqliteConnection Unpooled(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static SqliteConnection Connect(string folder, string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file), DefaultTimeout = LongestWait }.ToString());
        connection.Open();
        // NORMAL in WAL mode keeps the database sound after a kill; FULL also keeps what was acknowledged after a power cut, and a commit is rare here.
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
        return connection;
    }
}

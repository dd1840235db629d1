using System.Data.Common;
using Dapper;
using Jiedui.Storage.Leasing;
using Microsoft.Data.Sqlite;
using Quartz;
using Quartz.Impl.AdoJobStore;
using SQLitePCL;

namespace Jiedui.Storage.Engines;

/// <summary>Files in the data folder, in WAL mode.</summary>
internal sealed class SqliteEngine(string folder) : Engine
{
    /// <summary>How many seconds a writer waits for another: as long as a large import may take.</summary>
    private const int LongestWait = 600;

    /// <summary>Bytes. A million rows come in random order to most of their trees: large pages make these lower, and their nodes fewer.</summary>
    private const int PageSize = 16 << 10;

    /// <summary>KiB that a connection keeps of the file while it only reads. Each of many visitors has one, and the operating system keeps the file for all of them.</summary>
    private const int ReadingCache = 8 << 10;

    static SqliteEngine()
    {
        Batteries_V2.Init();
        // Nobody asks how much memory it uses; to keep account of it takes a lock for every piece.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override bool HoldsInstallation => File.Exists(PlaceOf(Part.Books));

    public static string FileOf(Part part) => part switch { Part.Books => Database.BooksFile, Part.Access => Database.AccessFile, Part.Jobs => Database.JobsFile };

    /// <summary>The first connection makes the file.</summary>
    public override void Found(Part part) => Directory.CreateDirectory(folder);

    public override DbConnection Connect(Part part)
    {
        var connection = new FileConnection(AddressOf(part));
        connection.Open();
        // Large uploads come and go there: the file shrinks again. It must be said before anything else is.
        if (part is Part.Jobs)
            connection.Execute("PRAGMA auto_vacuum = FULL");
        // NORMAL in WAL mode keeps the database sound after a kill; FULL also keeps what was acknowledged after a power cut, and a commit is rare here.
        connection.Execute($"PRAGMA page_size = {PageSize}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{ReadingCache}");
        return connection;
    }

    public override void Read(Action<Func<Part, DbConnection>> read) => Open(Database.BeginReading, open => read(part => open(part).Connection));

    public override void Fill(Action<Func<Part, (DbConnection Connection, DbTransaction Transaction)>> fill) => Open(Database.BeginWriting, fill);

    /// <summary>
    /// The library's own way with this engine locks within one process only. Here each of its transactions holds the file's write lock from its beginning, as
    /// Microsoft.Data.Sqlite begins them, so that those of all processes queue.
    /// </summary>
    public override void Lease(IPersistentStoreBuilder store)
    {
        store.UseDataSource(source => (source.Provider, source.ConnectionString) = ("SQLite-Microsoft", new SqliteConnectionStringBuilder { DataSource = PlaceOf(Part.Jobs), DefaultTimeout = LongestWait, ForeignKeys = true }.ToString()));
        store.UseDriverDelegate<SqliteJobs>();
        store.UseLockHandler<UpdateRowLockHandler>();
    }

    public override void Release()
    {
        foreach (var part in Enum.GetValues<Part>())
        {
            using var connection = Connect(part);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        Forget();
    }

    /// <summary>Keeps no file open. What is in one is left as it is.</summary>
    public void Forget()
    {
        foreach (var part in Enum.GetValues<Part>())
        {
            using var connection = new SqliteConnection(AddressOf(part));
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>Copies one file, while others read and write, into another folder.</summary>
    public void Copy(Part part, string to)
    {
        using var from = (SqliteConnection)Connect(part);
        using var target = Unpooled(Path.Combine(to, FileOf(part)));
        from.BackupDatabase(target);
    }

    /// <summary>A transaction on each file that is asked for; all of them end together.</summary>
    private void Open(Func<DbConnection, DbTransaction> begin, Action<Func<Part, (DbConnection Connection, DbTransaction Transaction)>> use)
    {
        var opened = new Dictionary<Part, (DbConnection Connection, DbTransaction Transaction)>();
        try
        {
            use(part =>
            {
                if (!opened.TryGetValue(part, out var known))
                {
                    var connection = Connect(part);
                    opened[part] = known = (connection, begin(connection));
                }
                return known;
            });
            foreach (var (_, transaction) in opened.Values)
                transaction.Commit();
        }
        finally
        {
            foreach (var (connection, transaction) in opened.Values)
            {
                transaction.Dispose();
                connection.Dispose();
            }
        }
    }

    /// <summary>The version of the schema in a file.</summary>
    /// <exception cref="DbException">It is no database, or a damaged one.</exception>
    public static int CheckedSchema(string file)
    {
        using var connection = Unpooled(file);
        return connection.ExecuteScalar<string>("PRAGMA integrity_check(1)") == "ok"
            ? Dialect.Of(connection).VersionOf(connection)
            : throw new SqliteException($"{Path.GetFileName(file)} is damaged.", 11);
    }

    private static SqliteConnection Unpooled(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private string AddressOf(Part part) => new SqliteConnectionStringBuilder { DataSource = PlaceOf(part), DefaultTimeout = LongestWait }.ToString();

    private string PlaceOf(Part part) => Path.Combine(folder, FileOf(part));
}

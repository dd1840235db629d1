using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage.Engines;
using Quartz;

namespace Jiedui.Storage;

/// <summary>
/// The database of an installation, opened and brought to the present schema: built-in in the data folder, or on a PostgreSQL server. The books hold the ledgers;
/// accounts, keys and the audit log lie beside them, so that a long import keeps nobody from signing in. Files, evidence above all, lie in the data folder always.
/// </summary>
public sealed class Database
{
    /// <summary>The file of the books in a data folder.</summary>
    public const string BooksFile = "jiedui.db";

    /// <summary>The file of accounts, keys and the audit log in a data folder.</summary>
    public const string AccessFile = "access.db";

    /// <summary>The file of what is only passing through: jobs and what they work on, and the keys of forms.</summary>
    public const string JobsFile = "jobs.db";

    private Database(string folder, Engine engine, IReadOnlyList<LedgerType> ledgers) => (Folder, Engine, Ledgers) = (folder, engine, ledgers);

    internal Engine Engine { get; }

    internal IReadOnlyList<LedgerType> Ledgers { get; }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Whether a server keeps it, which whoever asks waits for; without one this process does the work itself.</summary>
    public bool HasServer => Engine is PostgresEngine;

    /// <summary>The keys that seal and print in this installation.</summary>
    public Vault Vault { get; private set; } = null!;

    /// <summary>Whether a folder, or a server, holds an installation.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be asked.</exception>
    public static bool IsIn(string folder, string? server = null) => Engine.Of(folder, server).HoldsInstallation;

    /// <summary>Opens an installation's database, creating folder and tables where they are missing, with a table for each of the ledgers.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="ledgers">The declared ledgers.</param>
    /// <param name="master">The master key; without it, the one that <see cref="MasterKey.Find"/> finds.</param>
    /// <param name="suite">The algorithms of a new installation; an old one keeps its own.</param>
    /// <param name="server">How the PostgreSQL database is reached; null for the built-in one in the data folder.</param>
    /// <exception cref="KeyMissingException">The master key is missing, or another.</exception>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used.</exception>
    public static Database Open(string folder, IReadOnlyList<LedgerType> ledgers, MasterKey? master = null, Suite suite = Suite.Aes, string? server = null)
    {
        folder = Path.GetFullPath(folder);
        var database = new Database(folder, Engine.Of(folder, server), ledgers);
        database.Engine.Make(ledgers);
        Directory.CreateDirectory(folder);
        using var access = database.ConnectAccess();
        database.Vault = SealingKeys.Open(access, master, suite);
        database.Vault.Refresh = () => database.RefreshKeys(master);
        return database;
    }

    /// <summary>Learns the keys that another process has made since, so that the newest seals from now on.</summary>
    public void RefreshKeys(MasterKey? master = null)
    {
        using var access = ConnectAccess();
        SealingKeys.Refresh(access, Vault, master);
    }

    /// <summary>A connection to the books, for reading or for one writer at a time; the caller disposes it.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used.</exception>
    public DbConnection Connect() => Engine.Connect(Part.Books);

    /// <summary>A connection to accounts, keys and the audit log; the caller disposes it.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used.</exception>
    public DbConnection ConnectAccess() => Engine.Connect(Part.Access);

    /// <summary>A connection to what is only passing through; the caller disposes it. None of it is in a backup.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used.</exception>
    public DbConnection ConnectJobs() => Engine.Connect(Part.Jobs);

    /// <summary>Begins a transaction that holds the write lock from its start, so that two writers queue instead of failing half-way.</summary>
    public static DbTransaction BeginWriting(DbConnection connection) => Dialect.Of(connection).BeginWriting(connection);

    /// <summary>Begins a transaction that sees one state of the database from its first question on, and keeps no writer waiting.</summary>
    public static DbTransaction BeginReading(DbConnection connection) => Dialect.Of(connection).BeginReading(connection);

    /// <summary>
    /// Copies both halves, while others read and write, into a folder, as the built-in engine keeps them: whatever engine this one has, such a copy is the same.
    /// Accounts and audit log first: what happens in between is then in the books only, and the audit log takes it over at the next start.
    /// </summary>
    public void CopyTo(string folder)
    {
        if (Engine is SqliteEngine files)
        {
            files.Copy(Part.Access, folder);
            files.Copy(Part.Books, folder);
            return;
        }
        var copy = new SqliteEngine(folder);
        try
        {
            Transfer.Run(this, folder, server: null);
            copy.Release();
        }
        finally
        {
            // Whoever deletes what was left half-way must not meet these files again, at the same place, in a connection from the pool.
            copy.Forget();
        }
    }

    /// <summary>The versions of the schemas of both files; those of a folder, or of this program.</summary>
    /// <exception cref="DbException">A file is no database, or a damaged one.</exception>
    public static (int Books, int Access) SchemasIn(string folder) =>
        (SqliteEngine.CheckedSchema(Path.Combine(folder, BooksFile)), SqliteEngine.CheckedSchema(Path.Combine(folder, AccessFile)));

    /// <inheritdoc cref="SchemasIn"/>
    public static (int Books, int Access) Schemas => (FixedTables.BooksVersion, FixedTables.AccessVersion);

    /// <summary>Spreads the books over the nodes of a PostgreSQL that has Citus, by partnership. What lies so already is left as it is.</summary>
    /// <exception cref="DatabaseUnavailableException">It is no such server. Nothing is changed then.</exception>
    public IReadOnlyList<SpreadTable> Distribute()
    {
        using var books = Connect();
        return Distribution.Spread(books);
    }

    /// <summary>Lets go of the database, so that a data folder can be moved. Nobody may be reading or writing.</summary>
    public void Release() => Engine.Release();

    /// <summary>Has the job library keep its jobs here.</summary>
    internal void Lease(IPersistentStoreBuilder store) => Engine.Lease(store);
}

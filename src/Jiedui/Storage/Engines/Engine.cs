using System.Data.Common;
using Jiedui.Declaring;
using Quartz;

namespace Jiedui.Storage.Engines;

/// <summary>Where an installation's parts are kept, and how one gets at them.</summary>
internal abstract class Engine
{
    /// <summary>The one that a connection string names; without one, the built-in engine in the data folder.</summary>
    public static Engine Of(string folder, string? server) => server is null ? new SqliteEngine(folder) : new PostgresEngine(server);

    /// <summary>Whether an installation is kept there.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be asked.</exception>
    public abstract bool HoldsInstallation { get; }

    /// <summary>Makes the place where a half is kept, where it is missing; its tables are another matter.</summary>
    public abstract void Found(Part part);

    /// <summary>An open connection; the caller disposes it.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be reached, does not let this program in, or is too old.</exception>
    public abstract DbConnection Connect(Part part);

    /// <summary>Reads both halves as they stood at one moment; where the engine keeps them apart, the access data as it stood a moment earlier.</summary>
    /// <param name="read">Given who connects to a half; one half at a time, the access data first.</param>
    public abstract void Read(Action<Func<Part, DbConnection>> read);

    /// <summary>Fills both halves, and commits when all is there.</summary>
    /// <param name="fill">Given who connects to a half for writing; one half at a time.</param>
    public abstract void Fill(Action<Func<Part, (DbConnection Connection, DbTransaction Transaction)>> fill);

    /// <summary>Brings all parts to the present schema, with a table for each of the ledgers.</summary>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used.</exception>
    public void Make(IReadOnlyList<LedgerType> ledgers)
    {
        Found(Part.Access);
        using (var access = Connect(Part.Access))
            FixedTables.MigrateAccess(access);
        Found(Part.Jobs);
        using (var jobs = Connect(Part.Jobs))
            FixedTables.MigrateJobs(jobs);
        Found(Part.Books);
        using var books = Connect(Part.Books);
        FixedTables.MigrateBooks(books);
        DeclaredTables.Ensure(books, ledgers);
    }

    /// <summary>Has the job library keep its jobs there.</summary>
    public abstract void Lease(IPersistentStoreBuilder store);

    /// <summary>Lets go of all that is kept open for the next connection. Nobody may be reading or writing.</summary>
    public abstract void Release();
}

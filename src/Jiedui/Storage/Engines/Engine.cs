using System.Data.Common;

namespace Jiedui.Storage.Engines;

/// <summary>Where an installation's two halves are kept, and how one gets at them.</summary>
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

    /// <summary>Lets go of all that is kept open for the next connection. Nobody may be reading or writing.</summary>
    public abstract void Release();
}

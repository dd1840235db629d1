using System.Data;
using Microsoft.Data.Sqlite;

namespace Jiedui.Storage.Engines;

/// <summary>A connection to a file of the built-in engine that takes rows beside the work that makes them.</summary>
internal sealed class FileConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int LotsWaiting = 64;

    /// <summary>The lots that are on their way: the engine lets one at a time into a connection.</summary>
    public Turns Turns { get; } = new(LotsWaiting);

    public override SqliteTransaction BeginTransaction(IsolationLevel isolationLevel, bool deferred)
    {
        // What failed in the transaction before went with it.
        Turns.Settle();
        return base.BeginTransaction(isolationLevel, deferred);
    }

    public override SqliteCommand CreateCommand() => new FileCommand(this, Transaction);
}

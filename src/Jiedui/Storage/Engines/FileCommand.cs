using System.Data;
using Microsoft.Data.Sqlite;

namespace Jiedui.Storage.Engines;

/// <summary>A command of a <see cref="FileConnection"/>: it does not wait for what is under way, and tells what that failed of.</summary>
internal sealed class FileCommand : SqliteCommand
{
    private readonly Turns turns;

    public FileCommand(FileConnection connection, SqliteTransaction? transaction)
        : base(null, connection, transaction)
    {
        CommandTimeout = connection.DefaultTimeout;
        turns = connection.Turns;
    }

    /// <summary>All ways to run it come through here.</summary>
    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        try
        {
            return base.ExecuteReader(behavior);
        }
        catch (InvalidOperationException)
        {
            // That there is no transaction any more is all that the provider knows. Where the engine gave it up for what a lot failed of, that is told.
            turns.End();
            throw;
        }
    }
}

using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>
/// A connection to PostgreSQL that takes rows beside the work that makes them. The provider refuses what is asked while something is under way; here it waits for its turn.
/// </summary>
internal sealed class ServerConnection(NpgsqlConnection server) : DbConnection
{
    /// <summary>One is under way, and another is ready when it has ended.</summary>
    private const int SendingsWaiting = 2;

    /// <summary>What is under way to the server.</summary>
    public Turns Turns { get; } = new(SendingsWaiting);

    /// <summary>For what is sent in its turn.</summary>
    public NpgsqlConnection Server => server;

    [AllowNull]
    public override string ConnectionString { get => server.ConnectionString; set => server.ConnectionString = value; }

    public override string Database => server.Database;

    public override string DataSource => server.DataSource;

    public override string ServerVersion => server.ServerVersion;

    public override ConnectionState State => server.State;

    public override void Open() => server.Open();

    public override void Close()
    {
        Turns.Settle();
        server.Close();
    }

    public override void ChangeDatabase(string databaseName) => server.ChangeDatabase(databaseName);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        Turns.End();
        return new ServerTransaction(this, server.BeginTransaction(isolationLevel));
    }

    protected override DbCommand CreateDbCommand() => new ServerCommand(this, server.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Turns.Settle();
            server.Dispose();
        }
        base.Dispose(disposing);
    }
}

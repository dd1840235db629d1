using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;
using Quartz;

namespace Jiedui.Storage.Engines;

/// <summary>The schemas <c>books</c>, <c>access</c> and <c>jobs</c> of one PostgreSQL database.</summary>
internal sealed class PostgresEngine : Engine
{
    private const int OldestVersion = 15;

    /// <summary>What is asked again and again is parsed once for a connection: a page asks the same few dozen questions, an import three for each row that it corrects. Who gives an address may say otherwise.</summary>
    private const string Repeated = "Max Auto Prepare=64;Auto Prepare Min Usages=3;";

    private readonly NpgsqlConnectionStringBuilder server;

    /// <param name="connection">As Npgsql takes it: Host=…;Database=…;Username=….</param>
    /// <exception cref="DatabaseUnavailableException">It is no connection string.</exception>
    public PostgresEngine(string connection)
    {
        try
        {
            // A statement may run as long as it needs: a recount of millions of postings, or a writer that waits for another.
            server = new NpgsqlConnectionStringBuilder(Repeated + connection) { ApplicationName = "jiedui", CommandTimeout = 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw ServerFault.Unreadable();
        }
        if (string.IsNullOrWhiteSpace(server.Host) || string.IsNullOrWhiteSpace(server.Database))
            throw ServerFault.Unreadable();
    }

    public override bool HoldsInstallation
    {
        get
        {
            // An installation begins with its keys; a schema without any is only prepared.
            using var connection = Connect(Part.Access);
            return connection.ExecuteScalar<bool>("SELECT to_regclass('sealing_key') IS NOT NULL") && connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sealing_key)");
        }
    }

    /// <summary>The schema in which a half lies.</summary>
    public static string SchemaOf(Part part) => part switch { Part.Books => "books", Part.Access => "access", Part.Jobs => "jobs" };

    public override void Found(Part part)
    {
        using var connection = Connect(part);
        if (IsFounded(connection))
            return;
        try
        {
            // Two processes that come first at once queue here.
            using var transaction = Database.BeginWriting(connection);
            if (IsFounded(connection))
                return;
            connection.Execute($"CREATE SCHEMA IF NOT EXISTS {SchemaOf(part)}", transaction: transaction);
            PostgresDialect.Found(connection, transaction);
            transaction.Commit();
        }
        catch (PostgresException fault)
        {
            throw ServerFault.Of(fault, server);
        }
    }

    public override DbConnection Connect(Part part)
    {
        var connection = new NpgsqlConnection(AddressOf(part));
        try
        {
            connection.Open();
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or ArgumentException)
        {
            connection.Dispose();
            throw ServerFault.Of(fault, server);
        }
        if (connection.PostgreSqlVersion.Major >= OldestVersion)
            return new ServerConnection(connection);
        var version = connection.PostgreSqlVersion;
        connection.Dispose();
        throw ServerFault.TooOld(server, version, OldestVersion);
    }

    public override void Read(Action<Func<Part, DbConnection>> read)
    {
        using var connection = Connect(Part.Access);
        using var moment = Database.BeginReading(connection);
        read(part =>
        {
            Turn(connection, part);
            return connection;
        });
    }

    public override void Fill(Action<Func<Part, (DbConnection Connection, DbTransaction Transaction)>> fill)
    {
        using var connection = Connect(Part.Access);
        using (var transaction = Database.BeginWriting(connection))
        {
            fill(part =>
            {
                Turn(connection, part);
                PostgresDialect.Queue(connection, transaction);
                return (connection, transaction);
            });
            transaction.Commit();
        }
        // The planner would otherwise take every table for empty till the server finds the time.
        connection.Execute("ANALYZE", commandType: CommandType.Text);
    }

    public override void Lease(IPersistentStoreBuilder store) => store.UsePostgres(AddressOf(Part.Jobs));

    public override void Release()
    {
        foreach (var part in Enum.GetValues<Part>())
        {
            using var connection = new NpgsqlConnection(AddressOf(part));
            NpgsqlConnection.ClearPool(connection);
        }
    }

    /// <summary>Turns a connection to the other half till its transaction ends.</summary>
    private static void Turn(DbConnection connection, Part part) => connection.Execute($"SET LOCAL search_path TO {SchemaOf(part)}");

    private string AddressOf(Part part) => new NpgsqlConnectionStringBuilder(server.ConnectionString) { SearchPath = SchemaOf(part) }.ConnectionString;

    private static bool IsFounded(DbConnection connection) => connection.ExecuteScalar<bool>("SELECT to_regclass('schema_version') IS NOT NULL");
}

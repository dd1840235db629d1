using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;
using Jiedui.Work;
using Npgsql;

namespace Jiedui.Tests.Kit;

/// <summary>
/// The engine that the tests run on: the built-in one, or the PostgreSQL server that JIEDUI_TEST_DB names. On the server each data folder has a database of its
/// own, and who opens the folder again finds the same one. When its folder goes, it is emptied for the next one (<see cref="KeptDatabase"/>): to make a database
/// of some hundred tables takes longer than most tests.
/// </summary>
public static partial class TestServer
{
    private static readonly string? Connection = Environment.GetEnvironmentVariable("JIEDUI_TEST_DB") is { Length: > 0 } named ? named : null;
    private static readonly ConcurrentDictionary<string, Lazy<(string Name, string Template)>> Databases = [];
    private static readonly ConcurrentDictionary<string, ConcurrentBag<string>> Free = [];
    private static readonly Lazy<string> Empty = new(MakeEmpty);
    private static int made;
    private static bool isOver;

    /// <summary>Whether the tests run on files in a data folder. Asked by tests of what only such files can suffer.</summary>
    public static bool IsBuiltIn => Connection is null;

    /// <summary>Whether they run on a server.</summary>
    public static bool IsServer => !IsBuiltIn;

    /// <summary>How the program reaches the database of a data folder; null where that is the built-in one.</summary>
    public static string? Of(string folder) => Connection is null ? null : ConnectionTo(DatabaseOf(folder, () => Empty.Value));

    public static Database Open(string folder, MasterKey? master = null, Suite suite = Suite.Aes) =>
        Database.Open(folder, Article.Catalogue.Ledgers, master, suite, Of(folder));

    /// <summary>What a process that works on a data folder is told.</summary>
    public static void Tell(System.Diagnostics.ProcessStartInfo start, string folder)
    {
        if (Of(folder) is { } connection)
            start.Environment["JIEDUI_DB"] = connection;
    }

    /// <summary>Gives a folder that has none a database that holds what another's does. Nobody may be using that one.</summary>
    public static void Copy(string from, string to) => DatabaseOf(to, () => DatabaseOf(from, () => Empty.Value));

    /// <summary>Says of a folder that many copies will be made of what it holds now. Nobody may be using it.</summary>
    public static void Keep(string folder)
    {
        if (IsBuiltIn)
            return;
        var database = DatabaseOf(folder, () => Empty.Value);
        KeptDatabase.Keep(ConnectionTo(database));
        Free[database] = [];
    }

    /// <summary>Ends the databases of a folder and of all below it.</summary>
    public static void Forget(string folder)
    {
        foreach (var (name, database) in Databases.Where(known => known.Key == folder || known.Key.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            Databases.TryRemove(name, out _);
            if (!isOver && Free.TryGetValue(database.Value.Template, out var free) && KeptDatabase.TryRestore(ConnectionTo(database.Value.Name)))
                free.Add(database.Value.Name);
            else
                Drop(database.Value.Name);
        }
    }

    /// <summary>A test's change to the tables, in the words of the built-in engine, in those of the one that is used.</summary>
    public static string Sql(string sql) => Connection is null ? sql : Triggers().Replace(sql, trigger => $"DROP TRIGGER {trigger.Groups[1]}{trigger.Groups[2]} ON {TableOf(trigger.Groups[2].Value)}");

    /// <summary>The names of the tables that a connection sees.</summary>
    public static IReadOnlyList<string> Tables(System.Data.Common.DbConnection connection) => connection.Query<string>(IsServer
        ? "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'schema_version' ORDER BY 1"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").AsList();

    /// <summary>The names of a table's columns that hold bytes.</summary>
    public static IReadOnlyList<string> BinaryColumns(System.Data.Common.DbConnection connection, string table) => connection.Query<string>(IsServer
        ? "SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @table AND data_type = 'bytea'"
        : "SELECT name FROM pragma_table_info(@table) WHERE type = 'BLOB'", new { table }).AsList();

    /// <summary>All that is stored of an installation, bit for bit: the files of its data folder, and on a server what its tables hold.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Stored(Database database)
    {
        foreach (var file in Directory.EnumerateFiles(database.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            yield return (Path.GetRelativePath(database.Folder, file), Read(file));
        if (IsBuiltIn)
            yield break;
        foreach (var (half, connect) in (List<(string, Func<System.Data.Common.DbConnection>)>)[("books", database.Connect), ("access", database.ConnectAccess)])
        {
            using var connection = connect();
            // Not pooled: a database to which the program has let go of all connections may be copied from.
            using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionTo(connection.Database)) { Pooling = false }.ConnectionString);
            server.Open();
            foreach (var table in Tables(connection))
            {
                using var rows = server.BeginRawBinaryCopy($"COPY {half}.{table} TO STDOUT (FORMAT BINARY)");
                using var content = new MemoryStream();
                rows.CopyTo(content);
                yield return ($"{half}.{table}", content.ToArray());
            }
        }
    }

    private static byte[] Read(string file)
    {
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        from.CopyTo(content);
        return content.ToArray();
    }

    private static string DatabaseOf(string folder, Func<string> template) =>
        Databases.GetOrAdd(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), _ => new(() => Made(template()))).Value.Name;

    private static (string Name, string Template) Made(string template)
    {
        if (Free.TryGetValue(template, out var free) && free.TryTake(out var used))
            return (used, template);
        var name = $"t_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        Run($"CREATE DATABASE {name} TEMPLATE {template}");
        return (name, template);
    }

    /// <summary>One with all tables, and no keys yet: an installation makes its own.</summary>
    private static string MakeEmpty()
    {
        var name = $"jiedui_empty_{Environment.ProcessId}";
        Run($"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropFree(name);
        using var folder = new TempFolder();
        var database = Database.Open(Path.Combine(folder.Path, "data"), Article.Catalogue.Ledgers, server: ConnectionTo(name));
        using (var access = database.ConnectAccess())
            access.Execute("DELETE FROM sealing_key; ALTER SEQUENCE sealing_key_id_seq RESTART");
        using (var books = database.Connect())
        {
            // What tests change the tables with, by the names that the built-in engine has for it.
            books.Execute(
                """
                CREATE FUNCTION randomblob(bytes int) RETURNS bytea LANGUAGE sql AS
                    $$ SELECT decode(string_agg(lpad(to_hex(floor(random() * 256)::int), 2, '0'), ''), 'hex') FROM generate_series(1, bytes) $$;
                CREATE FUNCTION zeroblob(bytes int) RETURNS bytea LANGUAGE sql AS $$ SELECT decode(repeat('00', bytes), 'hex') $$;
                """);
        }
        database.Release();
        KeptDatabase.Prepare(ConnectionTo(name));
        KeptDatabase.Keep(ConnectionTo(name));
        Free[name] = [];
        return name;
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Connection) { Database = database, MaxPoolSize = 30, ConnectionIdleLifetime = 30 }.ConnectionString;

    private static void DropFree(string empty)
    {
        isOver = true;
        // The runner does not wait for long, and the server takes its time for each.
        Parallel.ForEach(Free.Values.SelectMany(free => free).Append(empty), Drop);
    }

    private static void Drop(string name) => Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static void Run(string sql) => Run(Connection!, sql);

    /// <summary>What a server's administrator does.</summary>
    public static void Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        connection.Execute(sql);
    }

    /// <summary>A trigger is named after its table and what it forbids.</summary>
    private static string TableOf(string trigger) => Forbidden().Replace(trigger, "");

    [GeneratedRegex(@"DROP TRIGGER (IF EXISTS )?(\w+)")]
    private static partial Regex Triggers();

    [GeneratedRegex("_no_update$|_no_delete$|_removed_once$")]
    private static partial Regex Forbidden();
}

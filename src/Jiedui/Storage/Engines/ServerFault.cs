using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>What is wrong with a database server, for whoever can do something about it. The connection string is never said back: it may hold the password.</summary>
internal static class ServerFault
{
    private const string Form = "Host=127.0.0.1;Port=5432;Database=jiedui;Username=jiedui";

    public static DatabaseUnavailableException Unreadable() =>
        new($"PostgreSQL 连接（--db 或环境变量 JIEDUI_DB）写得不对。请写成 \"{Form}\"，至少写明 Host 和 Database；密码可放在环境变量 PGPASSWORD 或密码文件中。");

    public static DatabaseUnavailableException TooOld(NpgsqlConnectionStringBuilder server, Version version, int oldest) =>
        new($"PostgreSQL 服务器（{Place(server)}）的版本是 {version.Major}，太旧了，需要 {oldest} 或更新的版本。请升级服务器，或换一台。");

    public static DatabaseUnavailableException Of(Exception fault, NpgsqlConnectionStringBuilder server) => new((fault as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword => $"PostgreSQL 服务器（{Place(server)}）不接受用户“{server.Username}”的密码。请核对用户名和密码，密码也可放在环境变量 PGPASSWORD 中。",
        PostgresErrorCodes.InvalidAuthorizationSpecification => $"PostgreSQL 服务器（{Place(server)}）不让用户“{server.Username}”登录：没有这个用户，或 pg_hba.conf 不允许从这台机器登录。请让管理员核对。",
        PostgresErrorCodes.InvalidCatalogName => $"PostgreSQL 服务器（{Address(server)}）上没有数据库“{server.Database}”。请先新建：CREATE DATABASE {Quoted(server.Database)} OWNER {Quoted(server.Username)} ENCODING 'UTF8' TEMPLATE template0。",
        PostgresErrorCodes.InsufficientPrivilege => $"用户“{server.Username}”在数据库“{server.Database}”中没有足够的权限。请让它成为这个数据库的所有者：ALTER DATABASE {Quoted(server.Database)} OWNER TO {Quoted(server.Username)}。",
        PostgresErrorCodes.TooManyConnections => $"PostgreSQL 服务器（{Place(server)}）的连接数已满。请稍后再试，或请管理员调大 max_connections。",
        PostgresErrorCodes.CannotConnectNow => $"PostgreSQL 服务器（{Place(server)}）正在启动或关闭。请稍后再试。",
        { } state => $"PostgreSQL 服务器（{Place(server)}）拒绝了请求（错误码 {state}）。请把这个错误码告诉管理员。",
        null => Unanswered(fault, server),
    });

    /// <summary>A server that was reached, and failed in the midst of work.</summary>
    public static string Told(DbException fault) => (fault as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "PostgreSQL 服务器的磁盘已满，数据库写不进去。请管理员腾出空间后再试。",
        PostgresErrorCodes.LockNotAvailable => "另一项写入一直没有结束，等不到数据库。请稍后再试。",
        PostgresErrorCodes.ReadOnlySqlTransaction => "PostgreSQL 服务器现在只读，不能写入。请核对 --db 指的是不是主服务器。",
        null or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            "与 PostgreSQL 服务器的连接断了。请确认服务器已启动，再试一次。",
        { } state => $"PostgreSQL 服务器拒绝了请求（错误码 {state}）。请把这个错误码告诉管理员。",
    };

    private static string Unanswered(Exception fault, NpgsqlConnectionStringBuilder server) => fault switch
    {
        { InnerException: SocketException } or SocketException or TimeoutException or { InnerException: TimeoutException } =>
            $"连不上 PostgreSQL 服务器（{Address(server)}）。请核对地址和端口，确认服务器已启动，并允许从这台机器连接。",
        NpgsqlException { InnerException: null } when server.Password is null =>
            $"PostgreSQL 服务器（{Place(server)}）要密码，而没有给出。请写进 --db，或放在环境变量 PGPASSWORD 或密码文件中。",
        _ => $"与 PostgreSQL 服务器（{Place(server)}）的连接没有建立。请核对连接方式（如 SSL Mode）、用户名和密码，再试一次。",
    };

    private static string Address(NpgsqlConnectionStringBuilder server) => $"{server.Host}:{server.Port}";

    private static string Place(NpgsqlConnectionStringBuilder server) => $"{Address(server)}/{server.Database}";

    private static string Quoted(string? name) => $"\"{name?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

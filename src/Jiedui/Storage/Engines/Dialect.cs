using System.Data.Common;

namespace Jiedui.Storage.Engines;

/// <summary>What differs between the engines in how a connection is spoken to. All other SQL of the program is written so that both take it.</summary>
internal abstract class Dialect
{
    private static readonly Dialect Sqlite = new SqliteDialect();
    private static readonly Dialect Postgres = new PostgresDialect();

    public static Dialect Of(DbConnection connection) => connection is ServerConnection ? Postgres : Sqlite;

    /// <summary>Definitions of tables and indexes, written in the words of SQLite, in the engine's own.</summary>
    public abstract string Define(string tables);

    /// <summary>What refuses a change.</summary>
    public abstract string Define(Guard guard);

    /// <summary>What the job library calls the engine.</summary>
    public abstract string LeaseName { get; }

    /// <summary>How many migrations a half has gone through; 0 where it is new.</summary>
    public abstract int VersionOf(DbConnection connection);

    public abstract void SetVersion(DbConnection connection, DbTransaction transaction, int version);

    /// <summary>The names of all tables, in their order.</summary>
    public abstract IReadOnlyList<string> Tables(DbConnection connection);

    /// <summary>The names of a table's columns, in their order.</summary>
    public abstract IReadOnlyList<string> Columns(DbConnection connection, string table);

    public abstract DbTransaction BeginWriting(DbConnection connection);

    public abstract DbTransaction BeginReading(DbConnection connection);

    public abstract BulkInsert Insert(DbConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict);

    /// <summary>The name by which a command's parameter of this place ($1, $2 …) is bound.</summary>
    public abstract string PlaceName(int place);

    /// <summary>What stands behind a table to have it asked by this index, for an engine that would choose another without statistics; nothing for one that has them.</summary>
    public abstract string By(string index);

    /// <summary>Rows one after the other, while the same connection is asked for other things in between.</summary>
    public abstract IEnumerable<T> Stream<T>(DbConnection connection, string sql, object? parameters, Func<DbDataReader, T> read);

    /// <summary>The same, of numbers only.</summary>
    public abstract NumberRows Numbers(DbConnection connection, string sql, IReadOnlyList<(string Name, long Value)> parameters);

    /// <summary>Rows one after the other, while the connection is asked nothing else.</summary>
    public abstract ValueRows Values(DbConnection connection, string sql, IReadOnlyList<(string Name, long Value)> parameters);

    /// <summary>Before a transaction that erases: what is erased must not stay readable where it lay.</summary>
    public abstract void PrepareErasing(DbConnection connection);

    /// <summary>After a transaction that erased.</summary>
    /// <param name="tables">In which it erased.</param>
    public abstract void FinishErasing(DbConnection connection, IEnumerable<string> tables);

    /// <summary>After rows were inserted with their numbers: the next number is higher than all of them.</summary>
    public abstract void ResumeNumbers(DbConnection connection, DbTransaction transaction, string table);
}

using System.Data.Common;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>Questions with long answers.</summary>
public static class Streams
{
    /// <summary>The rows of an answer one after the other, few of them in memory; the same connection may be asked other things in between.</summary>
    /// <param name="sql">The question.</param>
    /// <param name="parameters">As Dapper takes them.</param>
    /// <param name="read">Makes of a row what is wanted of it; it may ask the connection nothing.</param>
    public static IEnumerable<T> Stream<T>(this DbConnection connection, string sql, object? parameters, Func<DbDataReader, T> read) =>
        Dialect.Of(connection).Stream(connection, sql, parameters, read);
}

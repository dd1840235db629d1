using System.Data;
using System.Data.Common;
using Dapper;

namespace Jiedui.Storage;

/// <summary>Rows read column by column, each by its name.</summary>
internal static class ReadRows
{
    /// <summary>The rows one by one, while they are asked for.</summary>
    public static IEnumerable<T> Rows<T>(this DbConnection connection, string sql, Func<DbDataReader, T> read, object? parameters = null, DbTransaction? transaction = null)
    {
        using var rows = (DbDataReader)connection.ExecuteReader(sql, parameters, transaction);
        while (rows.Read())
            yield return read(rows);
    }

    public static string? TextOrNull(this DbDataReader row, string column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? NumberOrNull(this DbDataReader row, string column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static byte[]? BytesOrNull(this DbDataReader row, string column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    public static bool IsSet(this DbDataReader row, string column) => row.GetInt64(column) != 0;
}

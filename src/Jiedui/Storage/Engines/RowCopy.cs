using System.Data.Common;
using Dapper;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>All rows of one half of an installation, from one database into another with the same tables, one row after the other and with its number.</summary>
internal static class RowCopy
{
    /// <summary>What each database says of itself.</summary>
    private const string Declared = "declared";

    /// <returns>How many rows were copied.</returns>
    /// <exception cref="CopyRefusedException">The target has no place for something.</exception>
    public static long Run(DbConnection from, DbConnection to, DbTransaction transaction)
    {
        var known = Dialect.Of(to).Tables(to).ToHashSet();
        var copied = 0L;
        foreach (var table in Tables(from))
        {
            if (known.Contains(table))
                copied += Run(from, to, transaction, table);
            else if (HasRows(from, table))
                throw new CopyRefusedException($"来源里有本版本不认识的表“{table}”，里面有内容，没有复制。请用写它的那个版本复制。");
        }
        return copied;
    }

    /// <summary>The first table that holds anything; null where none does.</summary>
    public static string? Filled(DbConnection connection) => Tables(connection).FirstOrDefault(table => HasRows(connection, table));

    private static IEnumerable<string> Tables(DbConnection connection) => Dialect.Of(connection).Tables(connection).Where(table => table != Declared);

    private static bool HasRows(DbConnection connection, string table) => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM {table})");

    private static long Run(DbConnection from, DbConnection to, DbTransaction transaction, string table)
    {
        var columns = Dialect.Of(from).Columns(from, table);
        if (columns.Except(Dialect.Of(to).Columns(to, table)).FirstOrDefault() is { } unknown)
            throw new CopyRefusedException($"来源的表“{table}”有本版本不认识的列“{unknown}”，没有复制。请用写它的那个版本复制。");
        List<string> quoted = [.. columns.Select(column => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")];
        var rows = 0L;
        try
        {
            using var reader = from.ExecuteReader($"SELECT {string.Join(", ", quoted)} FROM {table}");
            using (var insert = BulkInsert.Into(to, table, quoted))
            {
                for (; reader.Read(); rows++)
                {
                    for (var at = 0; at < columns.Count; at++)
                        Add(insert, reader.GetValue(at));
                    insert.End();
                }
                insert.Flush();
            }
            Dialect.Of(to).ResumeNumbers(to, transaction, table);
        }
        catch (PostgresException fault)
        {
            throw new CopyRefusedException($"表“{table}”中有 PostgreSQL 不能保存的内容（错误码 {fault.SqlState}），没有复制。请先用 verify 核对来源。");
        }
        return rows;
    }

    private static void Add(BulkInsert insert, object value) => _ = value switch
    {
        long number => insert.Add(number),
        string text => insert.Add(text),
        byte[] bytes => insert.Add(bytes),
        _ => insert.AddNothing(),
    };
}

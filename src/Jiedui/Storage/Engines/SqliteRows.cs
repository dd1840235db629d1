using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Storage.Engines;

/// <summary>Reads values straight from the engine.</summary>
internal sealed class SqliteRows : ValueRows
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint rows;
    private byte[] copy = new byte[64];

    public SqliteRows(SqliteConnection connection, string sql, IReadOnlyList<(string Name, long Value)> parameters)
    {
        database = connection.Handle!;
        Demand(raw.sqlite3_prepare_v2(database, sql, out statement), raw.SQLITE_OK);
        rows = statement.DangerousGetHandle();
        foreach (var (name, value) in parameters)
            Demand(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, '@' + name), value), raw.SQLITE_OK);
    }

    public override long this[int at] => SqliteLibrary.Number(rows, at);

    public override bool IsEmpty(int at) => SqliteLibrary.Type(rows, at) == raw.SQLITE_NULL;

    public override ReadOnlySpan<byte> Bytes(int at)
    {
        // In this order: where they are, then how many are there.
        var bytes = SqliteLibrary.Bytes(rows, at);
        var length = SqliteLibrary.Length(rows, at);
        if (copy.Length < length)
            copy = new byte[2 * length];
        if (length > 0)
            Marshal.Copy(bytes, copy, 0, length);
        return copy.AsSpan(0, length);
    }

    public override bool Next()
    {
        var told = SqliteLibrary.Step(rows);
        if (told == raw.SQLITE_ROW)
            return true;
        Demand(told, raw.SQLITE_DONE);
        return false;
    }

    public override void Dispose() => statement.Dispose();

    private void Demand(int told, int wanted)
    {
        if (told != wanted)
            SqliteException.ThrowExceptionForRC(told, database);
    }
}

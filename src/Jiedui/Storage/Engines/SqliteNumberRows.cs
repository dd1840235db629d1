using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Storage.Engines;

/// <summary>Reads numbers straight from the engine.</summary>
internal sealed class SqliteNumberRows : NumberRows
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint rows;

    public SqliteNumberRows(SqliteConnection connection, string sql, IReadOnlyList<(string Name, long Value)> parameters)
    {
        database = connection.Handle!;
        Demand(raw.sqlite3_prepare_v2(database, sql, out statement), raw.SQLITE_OK);
        rows = statement.DangerousGetHandle();
        foreach (var (name, value) in parameters)
            Demand(raw.sqlite3_bind_int64(statement, raw.sqlite3_bind_parameter_index(statement, '@' + name), value), raw.SQLITE_OK);
    }

    public override long this[int at] => SqliteLibrary.Column(rows, at);

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

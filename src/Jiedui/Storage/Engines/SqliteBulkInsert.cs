using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Storage.Engines;

/// <summary>
/// A statement that is parsed once, its values handed to the engine by their place and as what they are. The provider's own commands look each parameter up by
/// its name and box each value, for every row anew.
/// </summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    /// <summary>A text of no more letters is handed over from where it is written down, without an array of its own.</summary>
    private const int LongestShort = 64;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly (Bound Kind, long Number)[] bound;
    private int at;

    public SqliteBulkInsert(SqliteConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict)
    {
        bound = new (Bound, long)[columns.Count];
        database = connection.Handle!;
        var places = string.Join(", ", Enumerable.Range(1, columns.Count).Select(place => "?" + place.ToString(CultureInfo.InvariantCulture)));
        Demand(raw.sqlite3_prepare_v3(database, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({places}) {onConflict}", raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>What a place was bound to last. It outlasts the row: what is the same as in the row before is not handed over again.</summary>
    private enum Bound
    {
        Other,
        Nothing,
        Number,
    }

    public override BulkInsert Add(long value) => IsStill(Bound.Number, value) ? this : Taken(raw.sqlite3_bind_int64(statement, at, value));

    public override BulkInsert Add(string? value)
    {
        if (value is null)
            return AddNothing();
        if (value.Length > LongestShort)
            return Taken(raw.sqlite3_bind_text(statement, Next(), value));
        Span<byte> utf8 = stackalloc byte[3 * LongestShort];
        return Taken(raw.sqlite3_bind_text(statement, Next(), (ReadOnlySpan<byte>)utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
    }

    public override BulkInsert Add(ReadOnlySpan<byte> value) => Taken(raw.sqlite3_bind_blob(statement, Next(), value));

    public override BulkInsert AddNothing() => IsStill(Bound.Nothing, 0) ? this : Taken(raw.sqlite3_bind_null(statement, at));

    /// <exception cref="DbException">The table does not take it.</exception>
    public override void End()
    {
        if (at != bound.Length)
            throw new InvalidOperationException($"{at} values for {bound.Length} columns.");
        at = 0;
        var told = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (told != raw.SQLITE_DONE)
            Demand(told);
    }

    public override void Flush()
    {
        // Each row was written when it ended.
    }

    public override void Dispose() => statement.Dispose();

    private bool IsStill(Bound kind, long number)
    {
        ref var last = ref bound[at++];
        if (last == (kind, number))
            return true;
        last = (kind, number);
        return false;
    }

    private int Next()
    {
        bound[at] = (Bound.Other, 0);
        return ++at;
    }

    private SqliteBulkInsert Taken(int told)
    {
        Demand(told);
        return this;
    }

    private void Demand(int told)
    {
        if (told != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(told, database);
    }
}

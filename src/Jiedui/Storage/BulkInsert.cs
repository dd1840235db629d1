using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Storage;

/// <summary>
/// Rows on their way into one table: a statement that is parsed once, its values handed to the engine by their place and as what they are. The provider's own
/// commands look each parameter up by its name and box each value, for every row anew. Values are added in the order of the columns, then the row is ended.
/// </summary>
public sealed class BulkInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly (Bound Kind, long Number)[] bound;
    private int at;

    /// <param name="connection">Stays open longer than this.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, quoted where they must be.</param>
    /// <param name="onConflict">What to do with a row that is there already, as SQL; without it, that is an error.</param>
    public BulkInsert(DbConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict = "")
    {
        bound = new (Bound, long)[columns.Count];
        database = ((SqliteConnection)connection).Handle!;
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

    public BulkInsert Add(long value) => IsStill(Bound.Number, value) ? this : Taken(raw.sqlite3_bind_int64(statement, at, value));

    public BulkInsert Add(long? value) => value is { } number ? Add(number) : AddNothing();

    public BulkInsert Add(string? value) => value is null ? AddNothing() : Taken(raw.sqlite3_bind_text(statement, Next(), value));

    public BulkInsert Add(UInt128 print)
    {
        Span<byte> bytes = stackalloc byte[Sealing.KeyedHash.PrintBytes];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, print);
        return Taken(raw.sqlite3_bind_blob(statement, Next(), bytes));
    }

    public BulkInsert Add(UInt128? print) => print is { } known ? Add(known) : AddNothing();

    public BulkInsert Add(byte[]? value) => value is null ? AddNothing() : Taken(raw.sqlite3_bind_blob(statement, Next(), value));

    public BulkInsert AddNothing() => IsStill(Bound.Nothing, 0) ? this : Taken(raw.sqlite3_bind_null(statement, at));

    /// <summary>Ends the row.</summary>
    /// <exception cref="DbException">The table does not take it.</exception>
    public void End()
    {
        if (at != bound.Length)
            throw new InvalidOperationException($"{at} values for {bound.Length} columns.");
        at = 0;
        var told = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (told != raw.SQLITE_DONE)
            Demand(told);
    }

    public void Dispose() => statement.Dispose();

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

    private BulkInsert Taken(int told)
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

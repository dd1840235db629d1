using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Storage.Engines;

/// <summary>
/// Statements that are parsed once, their values handed to the engine by their place and as what they are: the provider's own commands look each parameter up by
/// its name and box each value, for every row anew. Rows are handed over some at a time, for within one statement the engine finds the end of a table without
/// going down its tree again.
/// </summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private const int RowsAtOnce = 32;

    private readonly sqlite3 database;
    private readonly SqliteTurns turns;
    private readonly int columns;
    private readonly Func<int, string> sql;
    private readonly Value[] values;
    private byte[] bytes = Pinned(1 << 12);
    private int used;
    private int at;
    private int rows;
    private Prepared? one;
    private Prepared? many;

    public SqliteBulkInsert(SqliteConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict)
    {
        database = connection.Handle!;
        turns = SqliteTurns.Of(connection);
        this.columns = columns.Count;
        values = new Value[columns.Count * RowsAtOnce];
        var row = $"({string.Join(", ", Enumerable.Repeat('?', columns.Count))})";
        sql = rows => $"INSERT OR FAIL INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))} {onConflict}";
    }

    private enum Kind
    {
        Nothing,
        Number,
        Text,
        Blob,
    }

    public override BulkInsert Add(long value)
    {
        values[rows * columns + at++] = new Value(Kind.Number, value, 0);
        return this;
    }

    public override BulkInsert Add(string? value)
    {
        if (value is null)
            return AddNothing();
        Encoding.UTF8.GetBytes(value, Room(Kind.Text, Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public override BulkInsert Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(Kind.Blob, value.Length));
        return this;
    }

    public override BulkInsert AddNothing()
    {
        values[rows * columns + at++] = default;
        return this;
    }

    /// <exception cref="DbException">The table does not take it, or one before it.</exception>
    public override void End()
    {
        if (at != columns)
            throw new InvalidOperationException($"{at} values for {columns} columns.");
        at = 0;
        if (++rows == RowsAtOnce)
            HandOver();
    }

    /// <exception cref="DbException">The table does not take a row.</exception>
    public override void Flush()
    {
        turns.End();
        HandOver();
    }

    public override void Later(Action lot) => turns.Take(() =>
    {
        lot();
        HandOver();
    });

    /// <summary>A row that was not ended is dropped.</summary>
    public override void Dispose()
    {
        try
        {
            Flush();
        }
        finally
        {
            one?.Dispose();
            many?.Dispose();
        }
    }

    private void HandOver()
    {
        var gathered = rows;
        rows = 0;
        if (gathered == RowsAtOnce)
            (many ??= new Prepared(database, sql(RowsAtOnce))).Insert(values, bytes);
        else
        {
            for (var row = 0; row < gathered; row++)
                (one ??= new Prepared(database, sql(1))).Insert(values.AsSpan(row * columns, columns), bytes);
        }
        used = 0;
    }

    private Span<byte> Room(Kind kind, int length)
    {
        if (bytes.Length - used < length)
        {
            var more = Pinned(Math.Max(bytes.Length * 2, used + length));
            bytes.AsSpan(0, used).CopyTo(more);
            bytes = more;
        }
        values[rows * columns + at++] = new Value(kind, used, length);
        used += length;
        return bytes.AsSpan(used - length, length);
    }

    /// <summary>The engine reads it where it lies.</summary>
    private static byte[] Pinned(int length) => GC.AllocateUninitializedArray<byte>(length, pinned: true);

    /// <param name="Kind">What it is.</param>
    /// <param name="Number">A number itself; of others where their bytes begin.</param>
    /// <param name="Length">How many bytes they are.</param>
    private readonly record struct Value(Kind Kind, long Number, int Length);

    private sealed class Prepared : IDisposable
    {
        private readonly sqlite3 database;
        private readonly sqlite3_stmt statement;
        private readonly nint handle;

        /// <summary>What each place was bound to last. It outlasts the row: a number that is the same again is not handed over again.</summary>
        private readonly Value[] bound;

        public Prepared(sqlite3 database, string sql)
        {
            this.database = database;
            Demand(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
            handle = statement.DangerousGetHandle();
            bound = new Value[raw.sqlite3_bind_parameter_count(statement)];
        }

        public void Insert(ReadOnlySpan<Value> values, byte[] bytes)
        {
            for (var place = 0; place < values.Length; place++)
            {
                ref readonly var value = ref values[place];
                if (value.Kind is Kind.Nothing or Kind.Number && value == bound[place])
                    continue;
                bound[place] = value;
                Demand(value.Kind switch
                {
                    Kind.Nothing => SqliteLibrary.BindNull(handle, place + 1),
                    Kind.Number => SqliteLibrary.BindNumber(handle, place + 1, value.Number),
                    Kind.Text => SqliteLibrary.BindText(handle, place + 1, Marshal.UnsafeAddrOfPinnedArrayElement(bytes, (int)value.Number), value.Length, 0),
                    Kind.Blob => SqliteLibrary.BindBlob(handle, place + 1, Marshal.UnsafeAddrOfPinnedArrayElement(bytes, (int)value.Number), value.Length, 0),
                });
            }
            var told = raw.sqlite3_step(statement);
            raw.sqlite3_reset(statement);
            if (told != raw.SQLITE_DONE)
                Demand(told);
        }

        public void Dispose() => statement.Dispose();

        private void Demand(int told)
        {
            if (told != raw.SQLITE_OK)
                SqliteException.ThrowExceptionForRC(told, database);
        }
    }
}

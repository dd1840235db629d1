using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jiedui.Storage.Engines;

/// <summary>
/// Statements that are parsed once, their values handed to the engine by their place and as what they are: the provider's own commands look each parameter up by
/// its name and box each value, for every row anew. Rows are made in lots, and each lot is inserted in its turn beside the next. Some of its rows are handed over
/// at a time, for within one statement the engine finds the end of a table without going down its tree again.
/// </summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private const int RowsAtOnce = 32;
    private const int RowsInLot = 16 * RowsAtOnce;

    private readonly sqlite3 database;
    private readonly Turns turns;
    private readonly int columns;
    private readonly Func<int, string> sql;
    private readonly ConcurrentBag<Lot> spare = [];
    private Lot lot = new();
    private int at;
    private Prepared? one;
    private Prepared? many;

    public SqliteBulkInsert(FileConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict)
    {
        database = connection.Handle!;
        turns = connection.Turns;
        this.columns = columns.Count;
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
        lot.Add(new Value(value, 0, Kind.Number));
        at++;
        return this;
    }

    public override BulkInsert Add(string? value)
    {
        if (value is null)
            return AddNothing();
        Encoding.UTF8.GetBytes(value, lot.Room(Kind.Text, Encoding.UTF8.GetByteCount(value)));
        at++;
        return this;
    }

    public override BulkInsert Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(lot.Room(Kind.Blob, value.Length));
        at++;
        return this;
    }

    public override BulkInsert AddNothing()
    {
        lot.Add(default);
        at++;
        return this;
    }

    /// <exception cref="DbException">The table does not take it, or one before it.</exception>
    public override void End()
    {
        if (at != columns)
            throw new InvalidOperationException($"{at} values for {columns} columns.");
        at = 0;
        if (lot.End() == RowsInLot)
            HandOver(Taken());
    }

    /// <exception cref="DbException">The table does not take a row.</exception>
    public override void Flush() => turns.Send(() => Insert(Taken()));

    public override void Dispose()
    {
        // They may be at work beside this.
        turns.Await();
        one?.Dispose();
        many?.Dispose();
    }

    private void HandOver(Lot full) => turns.Take(() => Insert(full));

    /// <summary>The lot that is being made; from now on another is.</summary>
    private Lot Taken()
    {
        var taken = lot;
        lot = spare.TryTake(out var known) ? known : new Lot();
        return taken;
    }

    private void Insert(Lot full)
    {
        try
        {
            var values = full.Values;
            for (; values.Length >= RowsAtOnce * columns; values = values[(RowsAtOnce * columns)..])
                (many ??= new Prepared(database, sql(RowsAtOnce))).Insert(values[..(RowsAtOnce * columns)], full.Bytes);
            for (; !values.IsEmpty; values = values[columns..])
                (one ??= new Prepared(database, sql(1))).Insert(values[..columns], full.Bytes);
        }
        finally
        {
            // What was refused is not handed over again.
            full.Clear();
            spare.Add(full);
        }
    }

    /// <param name="Number">A number itself; of others where their bytes begin.</param>
    /// <param name="Length">How many bytes they are.</param>
    /// <param name="Kind">What it is.</param>
    private readonly record struct Value(long Number, int Length, Kind Kind);

    /// <summary>Some rows as they are handed to the engine.</summary>
    private sealed class Lot
    {
        private readonly List<Value> values = [];
        private int used;
        private int ended;
        private int rows;

        /// <summary>Pinned: the engine reads them where they lie.</summary>
        public byte[] Bytes { get; private set; } = Pinned(1 << 12);

        /// <summary>Those of the rows that were ended.</summary>
        public ReadOnlySpan<Value> Values => CollectionsMarshal.AsSpan(values)[..ended];

        public void Add(Value value) => values.Add(value);

        public Span<byte> Room(Kind kind, int length)
        {
            if (Bytes.Length - used < length)
            {
                var more = Pinned(Math.Max(Bytes.Length * 2, used + length));
                Bytes.AsSpan(0, used).CopyTo(more);
                Bytes = more;
            }
            values.Add(new Value(used, length, kind));
            used += length;
            return Bytes.AsSpan(used - length, length);
        }

        /// <returns>How many rows there are.</returns>
        public int End()
        {
            ended = values.Count;
            return ++rows;
        }

        public void Clear()
        {
            values.Clear();
            (used, ended, rows) = (0, 0, 0);
        }

        private static byte[] Pinned(int length) => GC.AllocateUninitializedArray<byte>(length, pinned: true);
    }

    private sealed class Prepared : IDisposable
    {
        private readonly sqlite3 database;
        private readonly nint mutex;
        private readonly sqlite3_stmt statement;
        private readonly nint handle;

        /// <summary>What each place was bound to last. It outlasts the row: a number that is the same again is not handed over again.</summary>
        private readonly Value[] bound;

        public Prepared(sqlite3 database, string sql)
        {
            this.database = database;
            mutex = SqliteLibrary.MutexOf(database.DangerousGetHandle());
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
            var told = StepInTransaction();
            if (told != raw.SQLITE_DONE)
                Demand(told);
        }

        public void Dispose() => statement.Dispose();

        /// <summary>
        /// An engine that finds no room takes the whole transaction back by itself, whichever statement met with it; what comes behind would be committed at once. No
        /// other thread comes in between the question and the step.
        /// </summary>
        private int StepInTransaction()
        {
            SqliteLibrary.Enter(mutex);
            try
            {
                if (raw.sqlite3_get_autocommit(database) != 0)
                    return raw.SQLITE_ABORT;
                var told = raw.sqlite3_step(statement);
                raw.sqlite3_reset(statement);
                return told;
            }
            finally
            {
                SqliteLibrary.Leave(mutex);
            }
        }

        private void Demand(int told)
        {
            if (told != raw.SQLITE_OK)
                SqliteException.ThrowExceptionForRC(told, database);
        }
    }
}

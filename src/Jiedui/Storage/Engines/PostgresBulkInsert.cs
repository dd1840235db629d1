using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Dapper;
using Npgsql;

namespace Jiedui.Storage.Engines;

/// <summary>
/// Rows written in memory as the server's binary COPY takes them, and sent when some MiB are gathered, beside the work that makes the next: no statement per row,
/// and a question waits for one sending at most. Rows that may be there already go by way of a temporary table.
/// </summary>
internal sealed class PostgresBulkInsert : BulkInsert
{
    /// <summary>A row less than what the memory holds that they are written in, which doubles when it is full.</summary>
    private const int SendAt = (4 << 20) - (1 << 16);

    /// <summary>So many rows are an occasion for the server to look at the table again, and four times as many the next.</summary>
    private const int LookAt = 100_000;
    private const int LookAgain = 4;

    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Trailer = [0xFF, 0xFF];

    private readonly NpgsqlConnection connection;
    private readonly Turns turns;
    private readonly string table;
    private readonly string columns;
    private readonly string onConflict;
    private readonly int columnCount;
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> spare = [];
    private ArrayBufferWriter<byte> rows = new(1 << 12);
    private byte[] row = new byte[512];
    private int rowBytes;
    private int at;
    private long written;
    private long lookAt = LookAt;

    public PostgresBulkInsert(ServerConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict)
    {
        this.connection = connection.Server;
        turns = connection.Turns;
        this.table = table;
        this.onConflict = onConflict;
        this.columns = string.Join(", ", columns);
        columnCount = columns.Count;
    }

    private string Stage => "stage_" + table;

    public override BulkInsert Add(long value)
    {
        var to = Field(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(to, value);
        return this;
    }

    public override BulkInsert Add(string? value)
    {
        if (value is null)
            return AddNothing();
        Encoding.UTF8.GetBytes(value, Field(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public override BulkInsert Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Field(value.Length));
        return this;
    }

    public override BulkInsert AddNothing()
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), -1);
        at++;
        return this;
    }

    public override void End()
    {
        if (at != columnCount)
            throw new InvalidOperationException($"{at} values for {columnCount} columns.");
        if (rows.WrittenCount == 0)
            rows.Write(Header);
        var to = rows.GetSpan(sizeof(short) + rowBytes);
        BinaryPrimitives.WriteInt16BigEndian(to, (short)columnCount);
        row.AsSpan(0, rowBytes).CopyTo(to[sizeof(short)..]);
        rows.Advance(sizeof(short) + rowBytes);
        (at, rowBytes) = (0, 0);
        written++;
        if (rows.WrittenCount < SendAt)
            return;
        var (full, soFar) = (Taken(), written);
        turns.Take(() => Send(full, soFar));
    }

    /// <exception cref="DbException">The table does not take a row.</exception>
    public override void Flush() => turns.Send(() => Send(Taken(), written));

    public override void Dispose()
    {
        // What is on its way is waited for by whoever asks next, or ends the transaction.
    }

    /// <summary>What is being gathered; from now on it is gathered elsewhere.</summary>
    private ArrayBufferWriter<byte> Taken()
    {
        var taken = rows;
        rows = spare.TryTake(out var known) ? known : new ArrayBufferWriter<byte>(1 << 12);
        return taken;
    }

    /// <param name="soFar">How many rows there were with these.</param>
    private void Send(ArrayBufferWriter<byte> full, long soFar)
    {
        try
        {
            if (full.WrittenCount == 0)
                return;
            if (onConflict.Length == 0)
                Copy(full, table);
            else
                SendByStage(full);
            if (soFar >= lookAt)
                LookAtTable(soFar);
        }
        finally
        {
            // What was refused is not sent again.
            full.ResetWrittenCount();
            spare.Add(full);
        }
    }

    private void SendByStage(ArrayBufferWriter<byte> full)
    {
        connection.Execute($"CREATE TEMPORARY TABLE IF NOT EXISTS {Stage} ON COMMIT DROP AS SELECT {columns} FROM {table} WITH NO DATA");
        Copy(full, Stage);
        connection.Execute($"INSERT INTO {table} ({columns}) SELECT {columns} FROM {Stage} WHERE true {onConflict}; TRUNCATE {Stage}");
    }

    /// <summary>
    /// The server plans by what it has counted, and of a table that grew in this very transaction it has counted nothing: it would go through all of it to find
    /// a few rows, for each question of this import anew.
    /// </summary>
    private void LookAtTable(long soFar)
    {
        connection.Execute($"ANALYZE {table}");
        lookAt = soFar * LookAgain;
    }

    private void Copy(ArrayBufferWriter<byte> full, string to)
    {
        using var copy = connection.BeginRawBinaryCopy($"COPY {to} ({columns}) FROM STDIN (FORMAT BINARY)");
        copy.Write(full.WrittenSpan);
        copy.Write(Trailer);
    }

    /// <summary>The room for a value of this length.</summary>
    private Span<byte> Field(int bytes)
    {
        var room = Room(sizeof(int) + bytes);
        BinaryPrimitives.WriteInt32BigEndian(room, bytes);
        at++;
        return room[sizeof(int)..];
    }

    private Span<byte> Room(int bytes)
    {
        if (row.Length - rowBytes < bytes)
            Array.Resize(ref row, Math.Max(row.Length * 2, rowBytes + bytes));
        rowBytes += bytes;
        return row.AsSpan(rowBytes - bytes, bytes);
    }
}

using System.Buffers.Binary;
using System.Data.Common;
using Jiedui.Sealing;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>
/// Rows on their way into one table, many at a time; where the engine allows it they are inserted beside the work that makes them. Values are added in the order of
/// the columns, then the row is ended. Within the transaction others see the rows when it was flushed, at the latest; before the commit it must be.
/// </summary>
public abstract class BulkInsert : IDisposable
{
    /// <param name="connection">Stays open longer than this, and is in a transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, quoted where they must be.</param>
    /// <param name="onConflict">What to do with a row that is there already, as SQL; without it, that is an error. No two rows between two flushes may be the same one.</param>
    public static BulkInsert Into(DbConnection connection, string table, IReadOnlyCollection<string> columns, string onConflict = "") =>
        Dialect.Of(connection).Insert(connection, table, columns, onConflict);

    public abstract BulkInsert Add(long value);

    public BulkInsert Add(long? value) => value is { } number ? Add(number) : AddNothing();

    public abstract BulkInsert Add(string? value);

    public abstract BulkInsert Add(ReadOnlySpan<byte> value);

    public BulkInsert Add(byte[]? value) => value is null ? AddNothing() : Add(value.AsSpan());

    public BulkInsert Add(UInt128 print)
    {
        Span<byte> bytes = stackalloc byte[KeyedHash.PrintBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, print);
        return Add((ReadOnlySpan<byte>)bytes);
    }

    public BulkInsert Add(UInt128? print) => print is { } known ? Add(known) : AddNothing();

    public abstract BulkInsert AddNothing();

    /// <summary>Ends the row.</summary>
    /// <exception cref="DbException">The table does not take it, or one before it.</exception>
    public abstract void End();

    /// <summary>Makes all rows that were ended visible to the transaction's other statements.</summary>
    /// <exception cref="DbException">The table does not take one.</exception>
    public abstract void Flush();

    /// <summary>Drops what was not flushed, and never fails: where work ends by a failure, that is the one to be told, and nothing more is stored behind it.</summary>
    public abstract void Dispose();
}

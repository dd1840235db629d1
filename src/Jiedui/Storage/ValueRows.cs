using System.Data.Common;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>
/// The rows of an answer with their values as the engine has them, one after the other: the way to go through millions of them. Until it is disposed of, the
/// connection is asked nothing else. A value that is missing is read as 0, or as no bytes; only then ask whether it is.
/// </summary>
public abstract class ValueRows : NumberRows
{
    /// <inheritdoc cref="NumberRows.Of"/>
    public static new ValueRows Of(DbConnection connection, string sql, params IReadOnlyList<(string Name, long Value)> parameters) =>
        Dialect.Of(connection).Values(connection, sql, parameters);

    /// <summary>Whether a value is missing.</summary>
    public abstract bool IsEmpty(int at);

    /// <summary>A text as UTF-8, or bytes; as long as this row is looked at.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int at);
}

using System.Data.Common;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>The rows of an answer that consists of whole numbers only, none of them missing, one after the other: the way to go through millions of them.</summary>
public abstract class NumberRows : IDisposable
{
    /// <param name="connection">May be asked other things in between.</param>
    /// <param name="sql">The question.</param>
    /// <param name="parameters">Its parameters, without the @ before their names.</param>
    public static NumberRows Of(DbConnection connection, string sql, params IReadOnlyList<(string Name, long Value)> parameters) =>
        Dialect.Of(connection).Numbers(connection, sql, parameters);

    /// <summary>A number of the row that is being looked at, by its place.</summary>
    public abstract long this[int at] { get; }

    /// <summary>Goes to the next row; the first comes before all.</summary>
    /// <returns>Whether there is one.</returns>
    public abstract bool Next();

    public abstract void Dispose();
}

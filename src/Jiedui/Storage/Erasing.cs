using System.Data.Common;
using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>What an erasure must do to the place where the erased lay.</summary>
public static class Erasing
{
    /// <summary>Before the transaction that erases.</summary>
    public static void Prepare(DbConnection connection) => Dialect.Of(connection).PrepareErasing(connection);

    /// <summary>After its commit.</summary>
    /// <param name="tables">In which it erased.</param>
    public static void Finish(DbConnection connection, IEnumerable<string> tables) => Dialect.Of(connection).FinishErasing(connection, tables);
}

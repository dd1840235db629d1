using Jiedui.Storage.Engines;

namespace Jiedui.Storage;

/// <summary>
/// Copies all that an installation's database holds into another, whatever engine either has: the wrapped keys and the audit chain with the books, so that the same
/// master key opens it and everything is there to be checked again. Files of the data folder are another matter.
/// </summary>
public static class Transfer
{
    /// <summary>Copies into a place that holds no installation, as the source stood at one moment.</summary>
    /// <param name="from">Opened, so that its tables are those of this program.</param>
    /// <param name="folder">The data folder of the target.</param>
    /// <param name="server">How its PostgreSQL database is reached; null for the built-in one in the folder.</param>
    /// <param name="last">Done when all is copied and nothing is committed yet; where it fails, nothing was copied.</param>
    /// <returns>How many rows were copied.</returns>
    /// <exception cref="CopyRefusedException">There is something in the target already, or it has no place for something.</exception>
    /// <exception cref="DatabaseUnavailableException">The server cannot be used.</exception>
    public static long Run(Database from, string folder, string? server, Action? last = null)
    {
        var target = Engine.Of(folder, server);
        target.Make(from.Ledgers);
        var copied = 0L;
        from.Engine.Read(source => target.Fill(to =>
        {
            foreach (var part in (Part[])[Part.Access, Part.Books])
            {
                var (connection, transaction) = to(part);
                if (RowCopy.Filled(connection) is { } table)
                    throw new CopyRefusedException($"目标数据库里已有内容（表“{table}”），没有复制。请换一个空的数据库：复制从不覆盖已有的数据。");
                copied += RowCopy.Run(source(part), connection, transaction);
            }
            last?.Invoke();
        }));
        return copied;
    }
}

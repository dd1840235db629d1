using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;

namespace Jiedui.Flow.Importing;

/// <summary>The books of each partnership that one file writes to.</summary>
internal sealed class Shelf(DbConnection connection, DbTransaction transaction, Catalogue catalogue, long batch, Vault vault, ImportOptions options) : IDisposable
{
    private readonly Dictionary<long, Books> open = [];

    /// <summary>The seals of the sheets that were entered.</summary>
    public SheetSeals Seals { get; } = new(vault.Prints);

    public Books Of(long partnership)
    {
        if (!open.TryGetValue(partnership, out var books))
        {
            if (options.Side is { } side)
                Voice.Lend(connection, transaction, partnership, batch, side, Rules.Of(connection, partnership, transaction).StepsOf(side).Reached(options.Level));
            open[partnership] = books = new Books(connection, transaction, catalogue, partnership, batch, vault, Seals);
        }
        return books;
    }

    public void Finish()
    {
        foreach (var books in open.Values)
            books.Finish();
    }

    public void Dispose()
    {
        foreach (var books in open.Values)
            books.Dispose();
    }
}

using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Postings;
using Jiedui.Storage;

namespace Jiedui.Bench.Growth;

/// <summary>One ledger that grows: its table and what it posts.</summary>
internal sealed class GrownLedger(LedgerType ledger, DbConnection connection, PostingWriter writer) : IDisposable
{
    private readonly LedgerTable table = new(ledger);
    private readonly BulkInsert insert = new LedgerTable(ledger).Insert(connection);
    private readonly Drafting drafting = writer.DraftingOf(ledger);
    private readonly SealedRow nothing = new(null, [.. new LedgerTable(ledger).PrintFields.Select(_ => (UInt128?)null)]);

    public void Add(StoredRecord version)
    {
        table.Write(insert, version, nothing);
        writer.Post(version, drafting.Of(version.Row));
    }

    /// <summary>Call before the commit.</summary>
    public void Finish() => insert.Flush();

    public void Dispose() => insert.Dispose();
}

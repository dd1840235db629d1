using System.Data.Common;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>The postings of a partnership, ledger after ledger and record after record, so that few of them are in memory.</summary>
internal sealed class PostingStream : IDisposable
{
    private readonly IEnumerator<Posting> postings;
    private bool hasNext;

    public PostingStream(DbConnection connection, long partnership)
    {
        postings = connection.Stream(
            $"SELECT {Posting.Columns} FROM posting p WHERE p.partnership = @partnership ORDER BY p.ledger, p.record", new { partnership }, Posting.Read).GetEnumerator();
        hasNext = postings.MoveNext();
    }

    /// <summary>Whose postings come next; null at the end.</summary>
    public (long Ledger, long Record)? Next => hasNext ? (postings.Current.Ledger, postings.Current.Record) : null;

    /// <summary>The postings of the next record.</summary>
    public List<Posting> Take()
    {
        var taken = new List<Posting>();
        for (var of = Next; hasNext && Next == of; hasNext = postings.MoveNext())
            taken.Add(postings.Current);
        return taken;
    }

    public void Dispose() => postings.Dispose();
}

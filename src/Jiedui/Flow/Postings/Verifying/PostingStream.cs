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
            """
            SELECT measure, day, ledger, record, version, sign, line, low, high, subject, parties, batch, apart FROM posting
            WHERE partnership = @partnership ORDER BY ledger, record
            """,
            new { partnership },
            row => new Posting(
                row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), Number(row, 7), Number(row, 8),
                row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetInt32(12) == 1)).GetEnumerator();
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

    private static long? Number(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);
}

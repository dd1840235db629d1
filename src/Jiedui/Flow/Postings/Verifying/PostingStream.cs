using System.Data.Common;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>The postings of one ledger, record after record, so that few of them are in memory.</summary>
internal sealed class PostingStream : IDisposable
{
    private readonly IEnumerator<Posting> postings;
    private bool hasNext;

    public PostingStream(DbConnection connection, long partnership, long ledger)
    {
        postings = connection.Stream(
            """
            SELECT record, measure, day, version, sign, line, low, high, subject, parties, batch FROM posting
            WHERE partnership = @partnership AND ledger = @ledger ORDER BY record
            """,
            new { partnership, ledger },
            row => new Posting(
                row.GetInt64(1), row.GetInt32(2), ledger, row.GetInt64(0), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), Number(row, 6), Number(row, 7),
                row.GetInt64(8), row.GetInt64(9), row.GetInt64(10))).GetEnumerator();
        hasNext = postings.MoveNext();
    }

    /// <summary>The record of the next postings; null at the end.</summary>
    public long? Next => hasNext ? postings.Current.Record : null;

    /// <summary>The postings of the next record.</summary>
    public List<Posting> Take()
    {
        var taken = new List<Posting>();
        for (var record = Next; hasNext && Next == record; hasNext = postings.MoveNext())
            taken.Add(postings.Current);
        return taken;
    }

    public void Dispose() => postings.Dispose();

    private static long? Number(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);
}

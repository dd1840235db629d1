using System.Data.Common;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>The postings of one ledger, record after record, so that no more than one record's are in memory.</summary>
internal sealed class PostingStream : IDisposable
{
    private readonly DbCommand command;
    private readonly DbDataReader reader;
    private readonly long ledger;
    private bool hasNext;

    public PostingStream(DbConnection connection, DbTransaction transaction, long partnership, long ledger)
    {
        this.ledger = ledger;
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"""
            SELECT record, measure, day, version, sign, line, low, high, subject, parties, batch FROM posting
            WHERE partnership = {partnership} AND ledger = {ledger} ORDER BY record
            """;
        reader = command.ExecuteReader();
        hasNext = reader.Read();
    }

    /// <summary>The record of the next postings; null at the end.</summary>
    public long? Next => hasNext ? reader.GetInt64(0) : null;

    /// <summary>The postings of the next record.</summary>
    public List<Posting> Take()
    {
        var postings = new List<Posting>();
        for (var record = Next; hasNext && Next == record; hasNext = reader.Read())
        {
            postings.Add(new Posting(
                reader.GetInt64(1), reader.GetInt32(2), ledger, record!.Value, reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), Number(6), Number(7),
                reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10)));
        }
        return postings;
    }

    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }

    private long? Number(int at) => reader.IsDBNull(at) ? null : reader.GetInt64(at);
}

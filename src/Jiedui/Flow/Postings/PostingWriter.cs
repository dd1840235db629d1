using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>Posts records within one transaction: a new version posts, a corrected or withdrawn one is reversed. Nothing posted is ever changed (design §4.4).</summary>
public sealed class PostingWriter : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly Catalogue catalogue;
    private readonly long partnership;
    private readonly Codes codes;
    private readonly Subjects subjects;
    private readonly PartySets parties;
    private readonly Aggregates aggregates;
    private readonly BulkInsert insert;

    public PostingWriter(DbConnection connection, DbTransaction transaction, Catalogue catalogue, long partnership, KeyedHash prints)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.partnership = partnership;
        codes = Codes.Ensure(connection, transaction, catalogue.Ledgers.Select(ledger => ledger.Code).Concat(catalogue.Measures.Select(measure => measure.Code)));
        subjects = new Subjects(connection, partnership, prints);
        parties = new PartySets(connection, transaction, partnership);
        aggregates = new Aggregates(connection, transaction, partnership, codes.Of(catalogue, Nature.Floor));
        insert = Posting.Insert(connection);
    }

    /// <summary>The number of the set of units that a row names.</summary>
    public long PartiesOf(Row row) => parties.NumberOf(row.Units());

    /// <summary>Posts what a version says.</summary>
    public void Post(StoredRecord version)
    {
        foreach (var (rule, posting) in PostingsOf(version))
            Write(posting, rule.Measure.Nature);
    }

    /// <summary>Takes back what a version posted: as it was posted, even if the rules have changed since.</summary>
    public void Reverse(StoredRecord version, long batch)
    {
        // What this transaction posted itself may still be on its way.
        if (version.Batch == batch)
            insert.Flush();
        foreach (var posting in Posted(connection, transaction, partnership, codes[version.Row.Ledger.Code], version.Record, version.Version))
            Write(posting.Reversed(batch), catalogue.Measure(codes.CodeOf(posting.Measure))?.Nature ?? Nature.Flow);
    }

    /// <summary>What a version posts, by its ledger's rules.</summary>
    public IEnumerable<(PostingRule Rule, Posting Posting)> PostingsOf(StoredRecord version)
    {
        var ledger = version.Row.Ledger;
        var line = 0;
        foreach (var rule in ledger.Posts)
        {
            if (rule.AmountOf(version.Row) is not { } amount)
                continue;
            var day = rule.DayOf is null ? version.Day : DayNumber.Of(rule.DayOf(version.Row));
            foreach (var subject in rule.SubjectsOf(version.Row))
            {
                yield return (rule, new Posting(
                    codes[rule.Measure.Code], day, codes[ledger.Code], version.Record, version.Version, 1, ++line, amount.Low, amount.High,
                    subjects.NumberOf(subject), version.Parties, version.Batch));
            }
        }
    }

    /// <summary>Writes postings, subjects and aggregates; call once, before the commit.</summary>
    public void Finish()
    {
        insert.Flush();
        subjects.Flush();
        aggregates.Finish();
    }

    public void Dispose() => insert.Dispose();

    /// <summary>What a version posted, reversals aside.</summary>
    /// <param name="ledger">The number of the ledger's code.</param>
    public static IReadOnlyList<Posting> Posted(DbConnection connection, DbTransaction transaction, long partnership, long ledger, long record, int version) =>
    [
        .. connection.Query(
            """
            SELECT measure, day, ledger, record, version, sign, line, low, high, subject, parties, batch FROM posting
            WHERE partnership = @partnership AND ledger = @ledger AND record = @record AND version = @version AND sign = 1
            """,
            new { partnership, ledger, record, version }, transaction)
            .Select(row => new Posting(
                (long)row.measure, (int)(long)row.day, (long)row.ledger, (long)row.record, (int)(long)row.version, (int)(long)row.sign, (int)(long)row.line, (long?)row.low,
                (long?)row.high, (long)row.subject, (long)row.parties, (long)row.batch)),
    ];

    private void Write(in Posting posting, Nature nature)
    {
        posting.Write(insert, partnership);
        aggregates.Add(posting, nature);
    }
}

using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>One entry in the books, in the measure's smallest units. An open end is null. Sign is −1 for a reversal, whose ends are negated.</summary>
/// <param name="Line">Which of its version's postings it is, from one; a reversal has the line of what it takes back.</param>
/// <param name="IsApart">Whether its version posts on other days than its own, too: it is found by another way then.</param>
public readonly record struct Posting(
    long Measure, int Day, long Ledger, long Record, int Version, int Sign, int Line, long? Low, long? High, long Subject, long Parties, long Batch, bool IsApart)
{
    /// <summary>No subject.</summary>
    public const long NoSubject = 0;

    /// <summary>What <see cref="Read"/> needs, of the table as <c>p</c>.</summary>
    public const string Columns =
        "p.measure, p.day, p.ledger AS ledger, p.record AS record, p.version AS version, p.sign AS sign, p.line AS line, p.low, p.high, p.subject, p.parties, p.batch, p.apart";

    public static Posting Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.IsDBNull(7) ? null : row.GetInt64(7),
        row.IsDBNull(8) ? null : row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetInt32(12) == 1);

    /// <summary>Takes new postings.</summary>
    public static BulkInsert Insert(DbConnection connection) => BulkInsert.Into(
        connection, "posting", ["partnership", "measure", "day", "ledger", "record", "version", "sign", "line", "low", "high", "subject", "parties", "batch", "apart"]);

    /// <summary>Adds it to <see cref="Insert"/>.</summary>
    public void Write(BulkInsert into, long partnership) => into
        .Add(partnership).Add(Measure).Add(Day).Add(Ledger).Add(Record).Add(Version).Add(Sign).Add(Line).Add(Low).Add(High).Add(Subject).Add(Parties).Add(Batch).Add(IsApart ? 1 : 0).End();

    /// <summary>The same as it is kept among what both sides confirmed.</summary>
    public Posting AsConfirmed() => this with { Measure = Codes.Confirmed(Measure) };

    public Posting Reversed(long batch) => this with { Sign = -Sign, Low = -Low, High = -High, Batch = batch };

    /// <summary>Of whom a measure keeps account: the value of a floor, else the subject; null for what is about nobody.</summary>
    public long? MemberOf(Nature nature) => MemberOf(nature, Sign, Low, Subject);

    /// <inheritdoc cref="MemberOf(Nature)"/>
    public static long? MemberOf(Nature nature, int sign, long? low, long subject) => nature switch
    {
        Nature.Distinct => subject,
        Nature.Floor => sign * low,
        Nature.Flow or Nature.Stock or Nature.Ratio => subject == NoSubject ? null : subject,
    };
}

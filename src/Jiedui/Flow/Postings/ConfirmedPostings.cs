using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <summary>Keeps the sums of what both sides confirmed up with their words: a version that they come to agree on is counted in, one on which they cease to is counted out.</summary>
public sealed class ConfirmedPostings
{
    /// <summary>Versions whose postings are read in one question.</summary>
    private const int AtOnce = 500;

    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly long partnership;
    private readonly long ledger;
    private readonly Dictionary<long, Nature> natures;
    private readonly Aggregates aggregates;

    public ConfirmedPostings(DbConnection connection, DbTransaction transaction, LedgerType ledger, long partnership)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.partnership = partnership;
        var codes = Codes.Load(connection, transaction);
        var measures = ledger.Posts.Select(rule => rule.Measure).Distinct().ToList();
        this.ledger = codes[ledger.Code];
        natures = measures.ToDictionary(measure => codes[measure.Code], measure => measure.Nature);
        aggregates = new Aggregates(connection, transaction, partnership, codes.Of(measures, Nature.Floor));
    }

    /// <summary>Counts versions in or out.</summary>
    public void Count(IEnumerable<(long Record, long Version)> versions, bool isIn)
    {
        foreach (var some in versions.Chunk(AtOnce))
        {
            var counted = some.ToHashSet();
            foreach (var posting in Posted(some.Select(version => version.Record)).Where(posting => counted.Contains((posting.Record, posting.Version))))
                aggregates.Add((isIn ? posting : posting.Reversed(posting.Batch)).AsConfirmed(), natures.GetValueOrDefault(posting.Measure, Nature.Flow));
        }
    }

    /// <summary>Call once, before the commit.</summary>
    public void Finish() => aggregates.Flush();

    private List<Posting> Posted(IEnumerable<long> records)
    {
        // Not through Dapper, which would remember each of these texts.
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT measure, day, record, version, sign, line, low, high, subject, parties, batch FROM posting
            WHERE partnership = {partnership} AND ledger = {ledger} AND record IN {Numbers.Sql(records)} ORDER BY record, version, sign, line
            """);
        using var reader = command.ExecuteReader();
        var posted = new List<Posting>();
        while (reader.Read())
        {
            posted.Add(new Posting(
                reader.GetInt64(0), reader.GetInt32(1), ledger, reader.GetInt64(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetInt64(6), reader.IsDBNull(7) ? null : reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10)));
        }
        return posted;
    }
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;
using Jiedui.Storage.Engines;

namespace Jiedui.Flow.Postings;

/// <summary>
/// What the versions of one ledger posted. Postings lie by measure and day, as figures ask for them: those of a version are found under its own day, in each of
/// the measures that its ledger ever posted to. What posts on other days lies apart from its version, and is found by an index of its own.
/// </summary>
internal sealed class VersionPostings(DbConnection connection, DbTransaction transaction, long partnership, LedgerType ledger, long code) : IDisposable
{
    private const string InOrder = "ORDER BY record, version, sign, line";

    private readonly Dictionary<(long Record, long Version), List<Posting>> expected = [];
    private DbCommand? ofOne;

    /// <summary>Learns what some versions posted, in one question, and forgets those before.</summary>
    public void Expect(IReadOnlyCollection<StoredRecord> versions)
    {
        expected.Clear();
        foreach (var version in versions)
            expected[(version.Record, version.Version)] = [];
        foreach (var posting in Of(versions.Select(version => version.Record)))
        {
            if (posting.Sign == 1 && expected.TryGetValue((posting.Record, posting.Version), out var posted))
                posted.Add(posting);
        }
    }

    /// <summary>What a version posted, reversals aside, in the order of its lines.</summary>
    /// <param name="day">Its own day.</param>
    public List<Posting> Of(long record, long version, int day)
    {
        if (expected.TryGetValue((record, version), out var known))
            return known;
        ofOne ??= connection.Prepared(
            transaction,
            $"""
            SELECT {Posting.Columns} FROM posting p
            WHERE p.partnership = $1 AND p.measure IN {Numbers.Sql(Measures())} AND p.day = $4 AND p.ledger = {Code} AND p.record = $2 AND p.version = $3 AND p.sign = 1 AND p.apart = 0
            UNION ALL SELECT {Posting.Columns} FROM posting p{Apart(connection)}
            WHERE p.partnership = $1 AND p.ledger = {Code} AND p.record = $2 AND p.version = $3 AND p.sign = 1 AND p.apart = 1 {InOrder}
            """,
            4);
        ofOne.Parameters[0].Value = partnership;
        ofOne.Parameters[1].Value = record;
        ofOne.Parameters[2].Value = version;
        ofOne.Parameters[3].Value = (long)day;
        return Read(ofOne);
    }

    /// <summary>All that the versions of some records posted, version after version.</summary>
    public List<Posting> Of(IEnumerable<long> records)
    {
        var (onTheirDay, apart) = FromWhere(connection, ledger, code, string.Create(CultureInfo.InvariantCulture, $"t.partnership = {partnership} AND t.record IN {Numbers.Sql(records)}"));
        // Not through Dapper, which would remember each of these texts.
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT {Posting.Columns} {onTheirDay} UNION ALL SELECT {Posting.Columns} {apart} {InOrder}";
        return Read(command);
    }

    public void Dispose() => ofOne?.Dispose();

    /// <summary>What stands behind the table of postings where it is asked for what lies apart.</summary>
    public static string Apart(DbConnection connection) => Dialect.Of(connection).By("posting_apart");

    /// <summary>Where the postings of versions are, as <c>p</c>: in two places, none in both. In SQL; the cross joins have the versions come first.</summary>
    /// <param name="ledger">The versions' ledger.</param>
    /// <param name="code">The number of its code.</param>
    /// <param name="versions">The condition on versions, as <c>t</c>.</param>
    public static (string OnTheirDay, string Apart) FromWhere(DbConnection connection, LedgerType ledger, long code, string versions)
    {
        var (table, number) = (new LedgerTable(ledger).Name, code.ToString(CultureInfo.InvariantCulture));
        return (
            $"""
            FROM {table} t CROSS JOIN posted m CROSS JOIN posting p
            WHERE {versions} AND m.partnership = t.partnership AND m.ledger = {number} AND p.partnership = t.partnership AND p.measure = m.measure AND p.day = t.day
                AND p.ledger = {number} AND p.record = t.record AND p.version = t.version AND p.apart = 0
            """,
            $"""
            FROM {table} t CROSS JOIN posting p{Apart(connection)}
            WHERE {versions} AND p.partnership = t.partnership AND p.ledger = {number} AND p.record = t.record AND p.version = t.version AND p.apart = 1
            """);
    }

    private string Code => code.ToString(CultureInfo.InvariantCulture);

    /// <summary>The measures that the ledger has posted to until now.</summary>
    private IEnumerable<long> Measures() => connection.Query<long>(
        "SELECT measure FROM posted WHERE partnership = @partnership AND ledger = @code", new { partnership, code }, transaction);

    private static List<Posting> Read(DbCommand command)
    {
        using var reader = command.ExecuteReader();
        var read = new List<Posting>();
        while (reader.Read())
            read.Add(Posting.Read(reader));
        return read;
    }
}

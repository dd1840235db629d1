using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings;

/// <param name="Checked">How many records, postings and sums were recounted.</param>
/// <param name="Faults">Every difference, in Chinese; empty where the books are sound.</param>
public sealed record VerificationResult(long Checked, IReadOnlyList<string> Faults)
{
    public bool Ok => Faults.Count == 0;
}

/// <summary>Recounts everything: records against their postings, postings against the maintained sums. Names each difference; changes nothing.</summary>
public static class Verification
{
    public static VerificationResult Run(DbConnection connection, Catalogue catalogue)
    {
        // One transaction, so that an import in between cannot look like a fault.
        using var transaction = connection.BeginTransaction();
        var faults = new List<string>();
        var codes = Codes.Load(connection, transaction);
        var counted = 0L;
        foreach (var partnership in Partnerships.All(connection))
        {
            foreach (var ledger in catalogue.Ledgers)
                counted += CheckRecords(connection, transaction, partnership, ledger, codes, faults);
        }
        counted += connection.ExecuteScalar<long>("SELECT count(*) FROM posting", transaction: transaction);
        counted += CheckSums(connection, transaction, codes, faults);
        counted += CheckTallies(connection, transaction, catalogue, codes, faults);
        faults.AddRange(WordCheck.Run(connection, transaction, catalogue.Ledgers));
        return new VerificationResult(counted, faults);
    }

    /// <summary>For every record: its current version posts what its row says, and earlier versions add up to nothing.</summary>
    private static long CheckRecords(
        DbConnection connection, DbTransaction transaction, Partnership partnership, LedgerType ledger, Codes codes, List<string> faults)
    {
        var table = new LedgerTable(ledger);
        var posted = PostedByVersion(connection, transaction, partnership.Id, codes[ledger.Code]);
        var units = UnitRegistry.Load(connection, partnership.Id, transaction);
        var read = 0L;
        using (var command = connection.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = $"{table.SelectSql} WHERE t.partnership = {partnership.Id.ToString(CultureInfo.InvariantCulture)}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                read++;
                var version = table.Read(reader, units.RefOf);
                var expected = version.Superseded is null ? Expected(version, codes) : [];
                posted.Remove((version.Record, version.Version), out var found);
                if (!SameSums(expected, found ?? []))
                    faults.Add($"{partnership.Name} {ledger.Name}第 {version.Record} 条第 {version.Version} 版：入账与记录不符。");
            }
        }
        faults.AddRange(posted.Keys.Select(stray => $"{partnership.Name} {ledger.Name}第 {stray.Record} 条第 {stray.Version} 版：有入账而无记录。"));
        return read;
    }

    private static Dictionary<(long Measure, int Day), (long Low, long High, long Count)> Expected(StoredRecord version, Codes codes)
    {
        var sums = new Dictionary<(long, int), (long, long, long)>();
        foreach (var rule in version.Row.Ledger.Posts)
        {
            if (rule.AmountOf(version.Row) is not { } amount)
                continue;
            var key = (codes[rule.Measure.Code], rule.DayOf is null ? version.Day : DayNumber.Of(rule.DayOf(version.Row)));
            foreach (var _ in rule.SubjectsOf(version.Row))
            {
                var (low, high, count) = sums.GetValueOrDefault(key);
                sums[key] = (low + (amount.Low ?? 0), high + (amount.High ?? 0), count + 1);
            }
        }
        return sums;
    }

    private static Dictionary<(long Record, int Version), Dictionary<(long Measure, int Day), (long Low, long High, long Count)>> PostedByVersion(
        DbConnection connection, DbTransaction transaction, long partnership, long ledger)
    {
        var posted = new Dictionary<(long, int), Dictionary<(long, int), (long, long, long)>>();
        foreach (var row in connection.Query<(long Record, int Version, long Measure, int Day, long Low, long High, long Count)>(
            """
            SELECT record, version, measure, day, sum(coalesce(low, 0)), sum(coalesce(high, 0)), sum(sign) FROM posting
            WHERE partnership = @partnership AND ledger = @ledger GROUP BY record, version, measure, day
            """,
            new { partnership, ledger }, transaction, buffered: false))
        {
            if (!posted.TryGetValue((row.Record, row.Version), out var sums))
                posted[(row.Record, row.Version)] = sums = [];
            sums[(row.Measure, row.Day)] = (row.Low, row.High, row.Count);
        }
        return posted;
    }

    private static bool SameSums(
        Dictionary<(long Measure, int Day), (long Low, long High, long Count)> expected, Dictionary<(long Measure, int Day), (long Low, long High, long Count)> found) =>
        found.Where(pair => pair.Value != default).OrderBy(pair => pair.Key).SequenceEqual(expected.OrderBy(pair => pair.Key));

    private static long CheckSums(DbConnection connection, DbTransaction transaction, Codes codes, List<string> faults)
    {
        const string Recount =
            """
            SELECT partnership, measure, day / 100, parties, sum(coalesce(low, 0)), sum(coalesce(high, 0)), sum(CASE WHEN low IS NULL THEN sign ELSE 0 END),
                sum(CASE WHEN high IS NULL THEN sign ELSE 0 END), sum(sign)
            FROM posting GROUP BY partnership, measure, day / 100, parties
            """;
        const string Kept = "SELECT partnership, measure, month, parties, low, high, open_low, open_high, postings FROM total";
        Differences(connection, transaction, Recount, Kept, codes, "合计", faults);
        return connection.ExecuteScalar<long>("SELECT count(*) FROM total", transaction: transaction);
    }

    private static long CheckTallies(DbConnection connection, DbTransaction transaction, Catalogue catalogue, Codes codes, List<string> faults)
    {
        var distinct = Numbers(catalogue, Nature.Distinct, codes);
        var floors = Numbers(catalogue, Nature.Floor, codes);
        var recount =
            $"""
            SELECT partnership, measure, month, parties, member, sum(sign) FROM (
                SELECT partnership, measure, day / 100 AS month, parties, CASE WHEN measure IN ({floors}) THEN sign * low ELSE subject END AS member, sign
                FROM posting WHERE measure IN ({floors}, {distinct}))
            GROUP BY partnership, measure, month, parties, member HAVING sum(sign) <> 0
            """;
        Differences(connection, transaction, recount, "SELECT partnership, measure, month, parties, member, postings FROM tally WHERE postings <> 0", codes, "去重", faults);
        return connection.ExecuteScalar<long>("SELECT count(*) FROM tally", transaction: transaction);
    }

    private static string Numbers(Catalogue catalogue, Nature nature, Codes codes) =>
        string.Join(", ", catalogue.Measures.Where(measure => measure.Nature == nature).Select(measure => codes[measure.Code].ToString(CultureInfo.InvariantCulture)).Append("-1"));

    private static void Differences(
        DbConnection connection, DbTransaction transaction, string recount, string kept, Codes codes, string what, List<string> faults)
    {
        var differing = Pairs(connection, transaction, $"{recount} EXCEPT {kept}").Concat(Pairs(connection, transaction, $"{kept} EXCEPT {recount}"));
        foreach (var (measure, month) in differing.Distinct().Order())
            faults.Add($"科目 {codes.CodeOf(measure)} {month.ToString(CultureInfo.InvariantCulture)} 的{what}与逐笔重算不符。");
    }

    /// <summary>The second and third columns of a query: measure and month.</summary>
    private static IEnumerable<(long Measure, long Month)> Pairs(DbConnection connection, DbTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt64(1), reader.GetInt64(2));
    }
}

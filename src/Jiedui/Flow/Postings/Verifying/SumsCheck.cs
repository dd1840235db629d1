using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Recounts the maintained sums from the postings.</summary>
internal sealed class SumsCheck(DbConnection connection, DbTransaction transaction, Catalogue catalogue, Codes codes, List<string> faults)
{
    public long Run()
    {
        CheckTotals();
        CheckTallies();
        return connection.ExecuteScalar<long>("SELECT (SELECT count(*) FROM total) + (SELECT count(*) FROM tally)", transaction: transaction);
    }

    private void CheckTotals()
    {
        const string Recount =
            """
            SELECT partnership, measure, day / 100, parties, CAST(sum(coalesce(low, 0)) AS BIGINT), CAST(sum(coalesce(high, 0)) AS BIGINT),
                CAST(sum(CASE WHEN low IS NULL THEN sign ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN high IS NULL THEN sign ELSE 0 END) AS BIGINT), CAST(sum(sign) AS BIGINT)
            FROM posting GROUP BY partnership, measure, day / 100, parties
            """;
        const string Kept = "SELECT partnership, measure, month, parties, low, high, open_low, open_high, postings FROM total";
        Differences(Recount, Kept, "合计");
    }

    private void CheckTallies()
    {
        var distinct = Numbers(Nature.Distinct);
        var floors = Numbers(Nature.Floor);
        var recount =
            $"""
            SELECT partnership, measure, month, parties, member, CAST(sum(sign) AS BIGINT) FROM (
                SELECT partnership, measure, day / 100 AS month, parties, CASE WHEN measure IN ({floors}) THEN sign * low ELSE subject END AS member, sign
                FROM posting WHERE measure IN ({floors}, {distinct})) posted
            GROUP BY partnership, measure, month, parties, member HAVING sum(sign) <> 0
            """;
        Differences(recount, "SELECT partnership, measure, month, parties, member, postings FROM tally WHERE postings <> 0", "去重");
    }

    private string Numbers(Nature nature) =>
        string.Join(", ", catalogue.Measures.Where(measure => measure.Nature == nature).Select(measure => codes[measure.Code].ToString(CultureInfo.InvariantCulture)).Append("-1"));

    private void Differences(string recount, string kept, string what)
    {
        var differing = Pairs($"{recount} EXCEPT {kept}").Concat(Pairs($"{kept} EXCEPT {recount}"));
        foreach (var (measure, month) in differing.Distinct().Order())
            faults.Add($"科目 {codes.CodeOf(measure)} {month.ToString(CultureInfo.InvariantCulture)} 的{what}与逐笔重算不符。");
    }

    /// <summary>The second and third columns of a query: measure and month.</summary>
    private IEnumerable<(long Measure, long Month)> Pairs(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt64(1), reader.GetInt64(2));
    }
}

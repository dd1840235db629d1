using System.Data.Common;
using Dapper;
using Jiedui.Flow.Postings;

namespace Jiedui.Flow.Indicators;

/// <summary>What is kept of a measure for a unit over a span of months.</summary>
/// <param name="Standing">How many records stand at its end; of a stock only.</param>
/// <param name="Lowest">The lowest value; of a floor only.</param>
internal readonly record struct KeptSum(long Low, long High, long OpenLow, long OpenHigh, long Postings, long Standing, long? Lowest);

/// <summary>
/// Reads what is kept by unit, for many measures in one statement each. What has no date counts in every span; it stands in month 0.
/// </summary>
internal sealed class KeptSums(DbConnection connection, long partnership, long unit)
{
    private const string Sums =
        """
        CAST(sum(low) AS BIGINT) AS low, CAST(sum(high) AS BIGINT) AS high, CAST(sum(open_low) AS BIGINT) AS open_low, CAST(sum(open_high) AS BIGINT) AS open_high,
            CAST(sum(postings) AS BIGINT) AS postings, CAST(sum(standing) AS BIGINT) AS standing, min(lowest) AS lowest
        """;

    /// <summary>The sums over months, by measure; a measure of which nothing is kept is left out.</summary>
    /// <param name="from">The first month; 0 for all up to the last.</param>
    public Dictionary<long, KeptSum> Between(IEnumerable<long> measures, int from, int to) => connection
        .Query<(long Measure, long Low, long High, long OpenLow, long OpenHigh, long Postings, long Standing, long? Lowest)>(
            $"""
            SELECT measure, {Sums} FROM unit_total WHERE partnership = @partnership AND unit = @unit AND measure IN ({List(measures)})
                AND month <= @to AND (month >= @from OR month = 0) GROUP BY measure
            """,
            new { partnership, unit, from, to })
        .ToDictionary(line => line.Measure, line => new KeptSum(line.Low, line.High, line.OpenLow, line.OpenHigh, line.Postings, line.Standing, line.Lowest));

    /// <summary>How many members were present in a span of months, by measure: see <see cref="Presence"/>.</summary>
    public Dictionary<long, long> Members(IEnumerable<long> measures, int from, int to)
    {
        var numbers = List(measures);
        var of = $"FROM presence WHERE partnership = @partnership AND unit = @unit AND measure IN ({numbers})";
        return connection.Query<(long Measure, long Members)>(
            $"""
            SELECT measure, CAST(sum(members) AS BIGINT) AS members {of} AND month BETWEEN @from AND @to AND previous < @from GROUP BY measure
            UNION ALL SELECT measure, CAST(sum(members) AS BIGINT) AS members {of} AND month = 0 GROUP BY measure
            """,
            new { partnership, unit, from, to })
            .GroupBy(line => line.Measure).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Members));
    }

    private static string List(IEnumerable<long> measures) => string.Join(", ", measures.Append(0));
}

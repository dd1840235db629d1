using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Postings;

namespace Jiedui.Flow.Indicators;

/// <summary>
/// The records behind a measure, as SQL: ledger, record, version, day and what each adds. A posting stands where nothing takes it back, and the first of its
/// version stands for all of them. All that matters for that lies beside it, but for versions that post on several days; so the first page is read off the
/// postings as they lie, and nothing is sorted or grouped.
/// </summary>
/// <param name="isByNames">Whether a version posts one amount by several names: what it adds is what any of them says.</param>
internal sealed class RecordsBehind(DbConnection connection, PostingFilter filter, Measure measure, bool isByNames)
{
    private const string OfSameVersion = "q.partnership = @partnership AND q.ledger = p.ledger AND q.record = p.record AND q.version = p.version";
    private const string Beside = $"WHERE {OfSameVersion} AND q.measure = @measure AND q.day = p.day";
    private const string OnAnyDay = $"WHERE {OfSameVersion} AND q.apart = 1 AND q.measure = @measure AND (q.day BETWEEN @from AND @to OR q.day = 0)";

    private const string Added = "SELECT CAST(sum(coalesce(q.low, q.high)) AS BIGINT) FROM posting q";

    /// <summary>Those without a date come before those that have one.</summary>
    public IReadOnlyList<string> InOrder => measure.Nature == Nature.Floor
        ? [$"{Standing(filter.OnUndated)} UNION ALL {Standing(filter.OnDated)} ORDER BY amount, day, ledger, record"]
        : [$"{Standing(filter.OnUndated)} ORDER BY day, ledger, record, version", $"{Standing(filter.OnDated)} ORDER BY day, ledger, record, version"];

    /// <summary>All of them, in no order.</summary>
    public string All => Standing(filter.OnPostings);

    private string Apart { get; } = VersionPostings.Apart(connection);

    /// <summary>What the version adds in all.</summary>
    private string Amount => isByNames ? "coalesce(p.low, p.high)" : $"CASE WHEN p.apart = 0 THEN ({Added} {Beside} AND q.sign = 1) ELSE ({Added}{Apart} {OnAnyDay} AND q.sign = 1) END";

    private string Standing(string condition) =>
        $"""
        SELECT ledger, record, version, day, amount FROM (
            SELECT p.ledger, p.record, p.version, p.day, {Amount} AS amount FROM posting p
            WHERE {condition} AND p.sign = 1
                AND NOT EXISTS (SELECT 1 FROM posting q {Beside} AND q.sign = -1 AND q.line = p.line{(filter.IsAsOf ? " AND q.batch <= @asOf" : "")})
                AND NOT EXISTS (SELECT 1 FROM posting q {Beside} AND q.sign = 1 AND q.line < p.line)
                AND (p.apart = 0 OR NOT EXISTS (SELECT 1 FROM posting q{Apart} {OnAnyDay} AND q.sign = 1 AND q.day < p.day))
        ) behind{(measure.Nature == Nature.Stock ? " WHERE amount <> 0" : "")}
        """;
}

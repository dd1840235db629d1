using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Jiedui.Flow.Confirming;

/// <summary>All that was said in one batch, with its reason. Its seal stands in the deed, and so in the audit log: a word or reason that is changed later shows.</summary>
internal sealed record Spoken(string Ledger, string Side, long State, string Reason, IReadOnlyList<(long Record, long Version)> Versions)
{
    public static Spoken Of(DbConnection connection, DbTransaction transaction, long partnership, long batch)
    {
        var reason = connection.QuerySingleOrDefault<string>("SELECT note FROM batch WHERE id = @batch", new { batch }, transaction) ?? "";
        var words = connection.Query<(long Record, long Version, string? Ledger, string Side, long State, long Level)>(
            """
            SELECT w.record, w.version, c.code, w.side, w.state, w.level FROM word w LEFT JOIN code c ON c.id = w.ledger
            WHERE w.partnership = @partnership AND w.batch = @batch ORDER BY w.ledger, w.side, w.record, w.version
            """,
            new { partnership, batch }, transaction).AsList();
        // One act says one thing; anything else in its batch has been written there by somebody else, and breaks the seal.
        string Only(IEnumerable<string> values) => string.Join(',', values.Distinct());
        return new Spoken(
            Only(words.Select(word => word.Ledger ?? "")), Only(words.Select(word => string.Create(CultureInfo.InvariantCulture, $"{word.Side} {word.Level}"))),
            words.Select(word => word.State).Distinct().Aggregate(0L, (all, one) => all * 10 + one), reason, words.ConvertAll(word => (word.Record, word.Version)));
    }

    public string Seal()
    {
        var text = new StringBuilder(Ledger).Append('|').Append(Side).Append('|').Append(State).Append('|').Append(Reason).Append('|');
        foreach (var (record, version) in Versions)
            text.Append(record).Append('.').Append(version).Append(' ');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

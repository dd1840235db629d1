using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Which postings of a partnership are gone through.</summary>
/// <param name="FromWhere">Where they are, as <c>p</c>, and the condition that makes them these; in SQL.</param>
internal sealed record PostingSource(string FromWhere)
{
    public static PostingSource All { get; } = new("FROM posting p WHERE p.partnership = @partnership");

    /// <summary>Those of the versions that both sides confirmed, ledger by ledger. An index has these versions alone, and the cross join has them come first.</summary>
    public static IEnumerable<PostingSource> Confirmed(Catalogue catalogue, Codes codes)
    {
        foreach (var ledger in catalogue.Ledgers)
        {
            yield return new PostingSource(
                $"""
                FROM {new LedgerTable(ledger).Name} t CROSS JOIN posting p
                WHERE t.partnership = @partnership AND {Voice.BothConfirmedSql} AND p.partnership = t.partnership AND p.ledger = {codes[ledger.Code].ToString(CultureInfo.InvariantCulture)}
                    AND p.record = t.record AND p.version = t.version
                """);
        }
    }
}

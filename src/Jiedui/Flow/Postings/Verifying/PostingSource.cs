using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Which postings of a partnership are gone through.</summary>
/// <param name="FromWhere">Where they are, as <c>p</c>, and the condition that makes them these; in SQL.</param>
internal sealed record PostingSource(string FromWhere)
{
    public static PostingSource All { get; } = new("FROM posting p WHERE p.partnership = @partnership");

    /// <summary>Those of the versions that both sides confirmed, ledger by ledger. An index has these versions alone.</summary>
    public static IEnumerable<PostingSource> Confirmed(DbConnection connection, Catalogue catalogue, Codes codes)
    {
        foreach (var ledger in catalogue.Ledgers)
        {
            var (onTheirDay, apart) = VersionPostings.FromWhere(connection, ledger, codes[ledger.Code], $"t.partnership = @partnership AND {Voice.BothConfirmedSql}");
            yield return new PostingSource(onTheirDay);
            yield return new PostingSource(apart);
        }
    }
}

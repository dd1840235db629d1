using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Storage;

namespace Jiedui.Flow.Ledgers;

/// <summary>
/// What one transaction did to the books, told in the same transaction: so nothing is done that is not told. The audit log takes each over into its chain; there
/// it is sealed, and <c>verify</c> compares both with what the books hold.
/// </summary>
public static class Deeds
{
    /// <param name="kind">The name of an audit act: Import, Correction, Withdrawal, Confirmation …</param>
    /// <param name="told">What was done, with the counts and seals by which it can be checked; stored as JSON. No personal data.</param>
    public static void Tell(DbConnection connection, DbTransaction transaction, long batch, long? partnership, string kind, string actor, object told) =>
        connection.Execute(
            "INSERT INTO deed (batch, partnership, at, kind, actor, told) VALUES (@batch, @partnership, @at, @kind, @actor, @told)",
            new { batch, partnership, at = Batches.Text(DateTimeOffset.UtcNow), kind, actor, told = JsonSerializer.Serialize(told, Json.Readable) }, transaction);
}

using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>How good the evidence of records is, for those who ask about many at once.</summary>
public static class RecordGrades
{
    /// <summary>The grade of a record as SQL, over its ledger's table as <c>t</c>: that of its best file; a record that only names evidence states it.</summary>
    /// <param name="asOf">Whether it is asked as known at the batch @asOf.</param>
    public static string Sql(LedgerType ledger, bool asOf) =>
        $"""
        coalesce((SELECT min(l.grade) FROM evidence_link l WHERE l.partnership = t.partnership AND l.ledger = '{ledger.Code}' AND l.record = t.record AND {Standing(asOf)}), {UnlinkedSql})
        """;

    /// <summary>The grade of a record to which no file is tied.</summary>
    public static string UnlinkedSql => $"CASE WHEN {NamedEvidence.IsFilled} THEN {(int)EvidenceGrade.Statement} ELSE {(int)EvidenceGrade.None} END";

    /// <summary>Whether any record of a ledger, current or not, names evidence or has a file tied to it. Where none does, none need be looked at.</summary>
    public static bool HasAny(DbConnection connection, long partnership, LedgerType ledger) => connection.ExecuteScalar<long>(
        $"""
        SELECT count(*) FROM (SELECT l.record FROM evidence_link l WHERE l.partnership = @partnership AND l.ledger = @Code LIMIT 1) links
        """,
        new { partnership, ledger.Code }) > 0 || connection.ExecuteScalar<long>(
        // Every batch is above 0: named here, the index of those that name evidence is taken, in which the others do not stand.
        $"""
        SELECT count(*) FROM (
            SELECT t.record FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @partnership AND t.batch > 0 AND {NamedEvidence.IsFilled} LIMIT 1) named
        """,
        new { partnership }) > 0;

    /// <summary>How many pieces each of some records has: those that are attached, and those that are named and not attached.</summary>
    /// <param name="named">Each record's column 佐证材料 as stored.</param>
    /// <param name="asOf">The last batch that is known; null for now.</param>
    public static IReadOnlyDictionary<RecordRef, int> Pieces(
        DbConnection connection, long partnership, IReadOnlyDictionary<RecordRef, string?> named, long? asOf)
    {
        var attached = named.Keys.GroupBy(record => record.Ledger).SelectMany(ledger => connection.Query<(long Record, string? Piece)>(
            $"""
            SELECT l.record, l.piece FROM evidence_link l
            WHERE l.partnership = @partnership AND l.ledger = @ledger AND l.record IN {Numbers.Sql(ledger.Select(record => record.Record))} AND {Standing(asOf is not null)}
            """,
            new { partnership, ledger = ledger.Key, asOf })
            .Select(row => (Record: new RecordRef(ledger.Key, row.Record), row.Piece))).ToLookup(row => row.Record, row => row.Piece);
        return named.ToDictionary(pair => pair.Key, pair => attached[pair.Key].Count() + NamedEvidence.Names(pair.Value).Except(attached[pair.Key]).Count());
    }

    /// <summary>Whether a link <c>l</c> stands, in SQL.</summary>
    internal static string Standing(bool asOf) => asOf ? "l.batch <= @asOf AND (l.removed IS NULL OR l.removed > @asOf)" : "l.removed IS NULL";
}

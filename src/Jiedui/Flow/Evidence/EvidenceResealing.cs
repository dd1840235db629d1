using Dapper;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>After a new key was made: seals files and their names with it. May be broken off and begun again at any moment; both keys open until it is done.</summary>
public static class EvidenceResealing
{
    private const int AtOnce = 1000;

    /// <returns>How many files and names were sealed anew.</returns>
    public static long Run(Database database)
    {
        var done = (long)new EvidenceStore(database).Reseal();
        using var connection = database.Connect();
        var old = connection.Query<Named>(
            "SELECT l.partnership, l.ledger, l.record, l.evidence, l.batch, e.sha256, l.name, l.piece FROM evidence_link l JOIN evidence e ON e.partnership = l.partnership AND e.id = l.evidence")
            .Where(link => Vault.KeyOf(link.Name) != database.Vault.NewestKey).ToList();
        foreach (var chunk in old.Chunk(AtOnce))
        {
            using var transaction = Database.BeginWriting(connection);
            foreach (var link in chunk)
            {
                var record = new RecordRef(link.Ledger, link.Record);
                var plain = SealedName.Open(database.Vault, link.Partnership, link.Sha256, record, link.Piece, link.Name);
                var name = SealedName.Of(database.Vault, link.Partnership, link.Sha256, record, link.Piece, plain);
                // Only where it is still the same box: a name that was erased meanwhile does not come back.
                done += connection.Execute(
                    """
                    UPDATE evidence_link SET name = @name WHERE partnership = @Partnership AND ledger = @Ledger AND record = @Record AND evidence = @Evidence AND batch = @Batch
                        AND name = @old
                    """,
                    new { name, link.Partnership, link.Ledger, link.Record, link.Evidence, link.Batch, old = link.Name }, transaction);
            }
            transaction.Commit();
        }
        return done;
    }

    private sealed record Named(long Partnership, string Ledger, long Record, long Evidence, long Batch, string Sha256, byte[] Name, string? Piece);
}

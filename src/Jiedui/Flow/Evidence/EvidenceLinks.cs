using System.Data.Common;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>The rows that tie files to records, written in one transaction; each change is told as a deed. Names are sealed: people write ID numbers into them.</summary>
internal sealed class EvidenceLinks(DbConnection connection, DbTransaction transaction, Vault vault, Catalogue catalogue, long partnership, long batch, string actor)
{
    /// <summary>The kind under which the audit log takes the deeds over.</summary>
    public const string Kind = "Evidence";

    /// <summary>The file's number in the partnership.</summary>
    public long Keep(string sha256, EvidenceType type, long bytes) => connection.QuerySingle<long>(
        """
        INSERT INTO evidence (partnership, id, sha256, type, bytes, batch)
        VALUES (@partnership, (SELECT coalesce(max(id), 0) + 1 FROM evidence WHERE partnership = @partnership), @sha256, @type, @bytes, @batch)
        ON CONFLICT (partnership, sha256) DO UPDATE SET erased = NULL RETURNING id
        """,
        new { partnership, sha256, type = type.ToString(), bytes, batch }, transaction);

    /// <summary>Ties a file to a record; one that is tied in another grade than the one said is tied anew.</summary>
    /// <param name="said">The grade somebody stated; null keeps the grade it is tied in.</param>
    /// <param name="usual">The grade of a new tie for which nobody stated one.</param>
    /// <returns>False where it is tied so already.</returns>
    public bool Tie(long evidence, string sha256, RecordRef to, string name, EvidenceGrade? said, EvidenceGrade usual)
    {
        var grade = said ?? usual;
        var present = connection.QuerySingleOrDefault<long?>(
            "SELECT grade FROM evidence_link WHERE partnership = @partnership AND evidence = @evidence AND ledger = @Ledger AND record = @Record AND removed IS NULL",
            new { partnership, evidence, to.Ledger, to.Record }, transaction);
        if (present is not null && (said is null || present == (long)said))
            return false;
        if (present is not null)
            Untie(evidence, sha256, to);
        var piece = PieceOf(to, name);
        connection.Execute(
            """
            INSERT INTO evidence_link (partnership, ledger, record, evidence, batch, name, grade, piece)
            VALUES (@partnership, @Ledger, @Record, @evidence, @batch, @name, @grade, @piece)
            """,
            new { partnership, to.Ledger, to.Record, evidence, batch, name = SealedName.Of(vault, partnership, sha256, to, piece, name), grade = (int)grade, piece }, transaction);
        Tell(new EvidenceDeed(to.Ledger, to.Record, sha256, (int)grade, EvidenceDeed.Added));
        return true;
    }

    /// <returns>False where it is not tied.</returns>
    public bool Untie(long evidence, string sha256, RecordRef from)
    {
        var grade = connection.QuerySingleOrDefault<int?>(
            """
            UPDATE evidence_link SET removed = @batch WHERE partnership = @partnership AND evidence = @evidence AND ledger = @Ledger AND record = @Record AND removed IS NULL
            RETURNING grade
            """,
            new { batch, partnership, evidence, from.Ledger, from.Record }, transaction);
        if (grade is null)
            return false;
        Tell(new EvidenceDeed(from.Ledger, from.Record, sha256, grade.Value, EvidenceDeed.Removed));
        return true;
    }

    /// <summary>Unties a file whose content is to be destroyed, and forgets what it was called.</summary>
    public void Erase(long evidence, string sha256, RecordRef from)
    {
        Untie(evidence, sha256, from);
        connection.Execute(
            "UPDATE evidence_link SET name = @name, piece = NULL WHERE partnership = @partnership AND evidence = @evidence AND ledger = @Ledger AND record = @Record",
            new { name = SealedName.Of(vault, partnership, sha256, from, null, ""), partnership, evidence, from.Ledger, from.Record }, transaction);
        connection.Execute("UPDATE evidence SET erased = @batch WHERE partnership = @partnership AND id = @evidence", new { batch, partnership, evidence }, transaction);
        Tell(new EvidenceDeed(from.Ledger, from.Record, sha256, (int)EvidenceGrade.None, EvidenceDeed.Erased));
    }

    /// <summary>Which of the pieces that the record names in words the file is; null for none.</summary>
    private string? PieceOf(RecordRef record, string name) => NamedEvidence.Names(connection.QuerySingleOrDefault<string?>(
        $"SELECT {NamedEvidence.Field} FROM {new LedgerTable(catalogue.Ledger(record.Ledger)!).Name} t WHERE t.partnership = @partnership AND t.record = @Record AND t.superseded IS NULL",
        new { partnership, record.Record }, transaction)).FirstOrDefault(piece => NamedEvidence.Fits(name, piece));

    private void Tell(EvidenceDeed deed) => Deeds.Tell(connection, transaction, batch, partnership, Kind, actor, deed);
}

using System.Data.Common;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <param name="Checked">How many records, postings and sums were recounted.</param>
/// <param name="Faults">Every difference, in Chinese; empty where the books are sound.</param>
public sealed record VerificationResult(long Checked, IReadOnlyList<string> Faults)
{
    public bool Ok => Faults.Count == 0;
}

/// <summary>
/// Recounts everything: versions against their prints, keys and seals, postings against their versions, the maintained sums against the postings, and what came in
/// against what the deeds tell, what the sides say against their words. Names each difference; changes nothing.
/// </summary>
public static class Verification
{
    public static VerificationResult Run(DbConnection connection, Catalogue catalogue, Vault vault)
    {
        // One transaction, so that an import in between cannot look like a fault.
        using var transaction = Database.BeginReading(connection);
        var faults = new List<string>();
        var codes = Codes.Load(connection, transaction);
        var told = DeedsTold.Load(connection, transaction);
        var sources = new SourcesCheck(connection, transaction, vault.Prints, told, faults);
        var counted = 0L;
        foreach (var partnership in Partnerships.All(connection))
        {
            var check = new VersionsCheck(connection, transaction, partnership, codes, vault, told, sources, faults);
            counted += check.Run(catalogue.Ledgers);
            faults.AddRange(catalogue.Ledgers.SelectMany(ledger => KeysCheck.Run(connection, transaction, partnership, ledger)));
            counted += new SumsCheck(connection, transaction, catalogue, codes, partnership.Id, faults).Run();
        }
        counted += sources.Run();
        faults.AddRange(WordCheck.Run(connection, transaction, catalogue.Ledgers));
        return new VerificationResult(counted, faults);
    }

    /// <summary>Recounts only what is kept beside the postings.</summary>
    public static VerificationResult Recount(DbConnection connection, Catalogue catalogue)
    {
        using var transaction = Database.BeginReading(connection);
        var faults = new List<string>();
        var codes = Codes.Load(connection, transaction);
        var counted = Partnerships.All(connection).Sum(partnership => new SumsCheck(connection, transaction, catalogue, codes, partnership.Id, faults).Run());
        return new VerificationResult(counted, faults);
    }
}

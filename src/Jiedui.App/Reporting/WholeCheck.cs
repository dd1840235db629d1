using Jiedui.Access.Auditing;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Postings.Verifying;
using Jiedui.Storage;

namespace Jiedui.App.Reporting;

/// <summary>Everything that <c>verify</c> checks, one part after another. Names each fault; changes nothing.</summary>
public static class WholeCheck
{
    /// <param name="database">The installation.</param>
    /// <param name="catalogue">The declared ledgers.</param>
    /// <param name="anchors">Heads of the audit log that were printed and kept elsewhere.</param>
    public static VerificationResult Run(Database database, Catalogue catalogue, params IReadOnlyList<(long Number, string Hash)> anchors)
    {
        var parts = new Func<(long Checked, IReadOnlyList<string> Faults)>[]
        {
            () => Books(database, catalogue),
            () => Evidence(database, catalogue),
            () => new AuditLog(database).Check(anchors),
        };
        var results = parts.Select(part => part()).ToList();
        return new VerificationResult(results.Sum(result => result.Checked), [.. results.SelectMany(result => result.Faults)]);
    }

    private static (long Checked, IReadOnlyList<string> Faults) Evidence(Database database, Catalogue catalogue)
    {
        var result = EvidenceVerification.Run(database, catalogue);
        return (result.Checked, result.Faults);
    }

    private static (long Checked, IReadOnlyList<string> Faults) Books(Database database, Catalogue catalogue)
    {
        using var connection = database.Connect();
        var result = Verification.Run(connection, catalogue, database.Vault);
        return (result.Checked, result.Faults);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Jiedui.Access.Auditing;
using Jiedui.Declaring;

namespace Jiedui.App.Answers;

/// <summary>The ledger, and the record in it, that a line of the audit log is about.</summary>
public sealed partial record AuditSubject(LedgerType Ledger, long? Record)
{
    /// <summary>Null where the line names no ledger: "labour.fairs", "labour.fairs.csv", "labour.fairs/12", "招聘活动 第 12 条", or the fields ledger and record of what is told.</summary>
    public static AuditSubject? Of(AuditEntry entry, Catalogue catalogue) =>
        In(entry.About, catalogue)
        ?? (AuditTold.TextOf(entry.Told, "ledger") is { } ledger && Named(ledger, catalogue) is { } named ? new AuditSubject(named, Number(AuditTold.TextOf(entry.Told, "record"))) : null);

    private static AuditSubject? In(string about, Catalogue catalogue)
    {
        var match = Shape().Match(about);
        return match.Success && Named(match.Groups["ledger"].Value, catalogue) is { } ledger ? new AuditSubject(ledger, Number(match.Groups["record"].Value)) : null;
    }

    // A file's name is its ledger's, and its kind.
    private static LedgerType? Named(string text, Catalogue catalogue) =>
        catalogue.Ledger(text) ?? catalogue.Ledger(Path.GetFileNameWithoutExtension(text)) ?? catalogue.Ledgers.FirstOrDefault(ledger => ledger.Name == text);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^《?(?<ledger>[^\s/#《》]+)》?(?:\s*[/#]?\s*(?:第\s*)?(?<record>\d+)(?:\s*条)?)?$")]
    private static partial Regex Shape();
}

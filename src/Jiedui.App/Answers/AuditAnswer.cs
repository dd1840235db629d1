using Jiedui.Access.Auditing;
using Jiedui.Declaring;

namespace Jiedui.App.Answers;

/// <summary>A line of the audit log as the command line answers it.</summary>
public sealed record AuditAnswer(long Number, DateTimeOffset At, string Actor, string Act, long? Partnership, string About, string Told, string Place, string Sentence, string Hash)
{
    public static AuditAnswer Of(AuditEntry entry, Catalogue catalogue) => new(
        entry.Number, entry.At, entry.Actor, entry.Act?.ToString() ?? "", entry.Partnership, entry.About, entry.Told, entry.Place, AuditSentence.Of(entry, catalogue), entry.Hash);
}

/// <summary>What is kept elsewhere of the audit log.</summary>
public sealed record AnchorAnswer(long Number, DateTimeOffset At, string Hash)
{
    public static AnchorAnswer Of(AuditEntry entry) => new(entry.Number, entry.At, entry.Hash);
}

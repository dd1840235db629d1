using Jiedui.Measures;

namespace Jiedui.Access.Auditing;

/// <summary>Which lines of the audit log are wanted; the newest first.</summary>
public sealed record AuditQuery
{
    public string? Actor { get; init; }

    public AuditAct? Act { get; init; }

    /// <summary>Only what concerns this partnership; null for all.</summary>
    public long? Partnership { get; init; }

    public Period? Period { get; init; }

    /// <summary>A text in what it was done to, or in what is told.</summary>
    public string? Search { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 50;
}

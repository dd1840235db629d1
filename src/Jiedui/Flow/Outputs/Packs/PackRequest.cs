using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>What goes into a pack; whoever composes the program fills it in.</summary>
public sealed record PackRequest(Partnership Partnership, FigureQuery Query)
{
    /// <summary>Composes the report; called while the books are held still.</summary>
    public required Func<ReportDocument> Report { get; init; }

    /// <summary>The last line of the audit log; null where it is empty.</summary>
    public PackHead? AuditHead { get; init; }

    /// <summary>The files behind a record, as known at the moment that is asked for.</summary>
    public Func<LedgerType, long, IReadOnlyList<PackedEvidence>> EvidenceOf { get; init; } = (_, _) => [];

    /// <summary>Who makes it.</summary>
    public string MadeBy { get; init; } = "";
}

/// <summary>What was packed.</summary>
/// <param name="Hash">Of the manifest, and so of all: where it is written down elsewhere, nobody can make another pack in its place.</param>
public sealed record PackResult(string Hash, long Figures, long Records, long Postings, long Evidence);

namespace Jiedui.Declaring;

/// <summary>One field of the article's three by three, or the registry or the results: its ledgers, indicators, promises and report section.</summary>
public sealed record Field(string Code, string Name, FieldGroup Group)
{
    public required IReadOnlyList<LedgerType> Ledgers { get; init; }

    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    public IReadOnlyList<Promise> Promises { get; init; } = [];

    /// <summary>What it contributes to the work record, or null.</summary>
    public ReportSection? Section { get; init; }

    /// <summary>One sentence for its card on the start page, written from the ledgers.</summary>
    public Sentence? Card { get; init; }

    /// <summary>Who is proposed for what in this field, or null.</summary>
    public MatchingType? Matching { get; init; }
}

/// <summary>三项机制, 三驾马车, 三项扶持, and what stands beside them.</summary>
public enum FieldGroup
{
    Registry,
    Mechanisms,
    Drivers,
    Supports,
    Results,
}

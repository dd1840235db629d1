namespace Jiedui.Declaring;

/// <summary>Who is proposed for what: the people of one ledger for the openings of another, and the reasons that speak for a pair. See docs/using/matching.md.</summary>
/// <param name="Code">field.name, e.g. labour.match.</param>
public sealed record MatchingType(string Code, string Name)
{
    public required MatchedPeople People { get; init; }

    public required MatchedOpenings Openings { get; init; }

    /// <summary>What a pair's score is the sum of.</summary>
    public required IReadOnlyList<MatchReason> Reasons { get; init; }
}

/// <summary>The ledger of those who are asked.</summary>
/// <param name="Person">By which two rows are one person: the newest of them counts.</param>
/// <param name="Seeks">Whether a row asks for anything.</param>
/// <param name="SeeksThough">Whether a row asks though the person is settled.</param>
/// <param name="Shown">What of a row a list of proposals shows.</param>
public sealed record MatchedPeople(LedgerType Ledger, TextColumn Person, Func<Row, bool> Seeks, Func<Row, bool> SeeksThough, IReadOnlyList<Column> Shown)
{
    /// <summary>Where it is written who is settled.</summary>
    public required SettledPeople Settled { get; init; }
}

/// <summary>The ledger of those who have already found what is looked for.</summary>
/// <param name="Stands">Whether what a row tells of still stands on a day.</param>
public sealed record SettledPeople(LedgerType Ledger, TextColumn Person, Func<Row, DateOnly, bool> Stands);

/// <summary>The ledger of what is offered.</summary>
/// <param name="Places">How many it takes. Of a range the low end is wanted, what goes beyond it only welcome.</param>
/// <param name="Occasion">On which occasion it was offered: a matching may be held to one.</param>
/// <param name="Owner">Who offers it.</param>
/// <param name="Shown">What of a row a list of proposals shows.</param>
public sealed record MatchedOpenings(LedgerType Ledger, Column Places, TextColumn Occasion, Column Owner, IReadOnlyList<Column> Shown)
{
    /// <summary>How many points a place beyond the low end costs, so that the wanted ones are filled first.</summary>
    public int CostBeyond { get; init; }
}

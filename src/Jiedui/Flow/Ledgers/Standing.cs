namespace Jiedui.Flow.Ledgers;

/// <summary>What a side says to a version of a record. Stored as its number.</summary>
public enum Standing
{
    /// <summary>有异议.</summary>
    Disputed = -1,

    /// <summary>Nothing was said.</summary>
    Silent = 0,

    /// <summary>A clerk's word, which the unit has yet to review.</summary>
    AwaitsUnit = 1,

    /// <summary>A word that the office has yet to review.</summary>
    AwaitsOffice = 2,

    Confirmed = 3,
}

/// <summary>How far up its side the one who speaks stands. Stored as its number.</summary>
public enum Level
{
    Clerk = 1,
    Unit = 2,
    Office = 3,
}

/// <summary>Which records are wanted, by what the two sides say.</summary>
public enum StandingFilter
{
    AwaitsGiver,
    AwaitsReceiver,
    InReviewAtGiver,
    InReviewAtReceiver,
    Disputed,
    ConfirmedByBoth,
}

namespace Jiedui.Declaring;

/// <summary>One reason for (or against) a pair, in whole points. A closed family: whoever matches switches over it.</summary>
/// <param name="Name">What it looks at, as a sentence names it: 工种, 月薪.</param>
/// <param name="Weight">The most points that it gives.</param>
public abstract record MatchReason(string Name, int Weight);

/// <summary>Texts that say the same or nearly so: the best of the person's columns, each at its share in hundredths, against one column of the opening.</summary>
/// <param name="IsNeeded">Whether a pair without it is none. The first such reason is the one by which candidates are looked up.</param>
/// <param name="Fillers">Words at the end of a text that say nothing, such as 岗位.</param>
public sealed record TextFits(string Name, int Weight, IReadOnlyList<(Column Column, int Share)> Of, Column To, bool IsNeeded, params IReadOnlyList<string> Fillers)
    : MatchReason(Name, Weight);

/// <summary>
/// A number that reaches what is wished: all points where the low end of the offer does, half of them where only its high end does, and below that one point less for each
/// begun step that is missing.
/// </summary>
/// <param name="Step">In the column's smallest unit.</param>
/// <param name="MostAgainst">How many points it costs at most.</param>
public sealed record NumberReaches(string Name, int Weight, Column Wished, Column Offered, long Step, int MostAgainst) : MatchReason(Name, Weight);

/// <summary>A number that rises above what is now: one point for each full step between it and the low end of the offer.</summary>
/// <param name="Step">In the column's smallest unit.</param>
public sealed record NumberRises(string Name, int Weight, Column Now, Column Offered, long Step) : MatchReason(Name, Weight);

/// <summary>Something that holds of the person, and something that holds of the opening.</summary>
/// <param name="Name">The whole reason in words.</param>
public sealed record BothHold(string Name, int Weight, Func<Row, bool> Person, Func<Row, bool> Opening) : MatchReason(Name, Weight);

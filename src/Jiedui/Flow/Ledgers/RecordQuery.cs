using Jiedui.Measures;

namespace Jiedui.Flow.Ledgers;

/// <summary>Which current records of a ledger are wanted, in which order, and which page of them.</summary>
public sealed record RecordQuery(Reach Reach)
{
    /// <summary>Columns whose cells hold these texts, in whole or in part; units by name; a personal one only as a whole.</summary>
    public IReadOnlyList<(string Column, string Text)> Where { get; init; } = [];

    /// <summary>A text that any column but a personal one may hold.</summary>
    public string? Search { get; init; }

    /// <summary>Only records that name this person, by a whole ID number, telephone number or name; none where the asker may not look for persons.</summary>
    public string? Person { get; init; }

    /// <summary>Only records of these days; of those without a day none.</summary>
    public Period? Period { get; init; }

    /// <summary>Only records of which the sides say this.</summary>
    public StandingFilter? Standing { get; init; }

    /// <summary>The name to sort by what the sides say, disputed first, instead of by a column.</summary>
    public const string ByStanding = "确认";

    /// <summary>Whether the asker may look for persons: whether a condition may name a personal column, and <see cref="Search"/> may also be a person's whole ID number, telephone number or name.</summary>
    public bool FindsPersonal { get; init; }

    /// <summary>The column to sort by; without it by day, the latest first.</summary>
    public string? SortBy { get; init; }

    public bool Descending { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 50;
}

/// <param name="Total">How many there are in all.</param>
public sealed record RecordPage(IReadOnlyList<Record> Records, long Total);

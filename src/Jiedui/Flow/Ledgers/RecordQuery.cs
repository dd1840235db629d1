namespace Jiedui.Flow.Ledgers;

/// <summary>Which current records of a ledger are wanted, in which order, and which page of them.</summary>
public sealed record RecordQuery(long Partnership)
{
    /// <summary>Columns whose cells hold these texts, in whole or in part; units by name; a personal one only as a whole.</summary>
    public IReadOnlyList<(string Column, string Text)> Where { get; init; } = [];

    /// <summary>How far the asker's eyes reach: only records that name this unit or one below it; null for the whole partnership.</summary>
    public long? Within { get; init; }

    /// <summary>A text that any column but a personal one may hold.</summary>
    public string? Search { get; init; }

    /// <summary>Whether <see cref="Search"/> may also be a person's whole ID number, telephone number or name.</summary>
    public bool FindsPersonal { get; init; }

    /// <summary>The column to sort by; without it by day, the latest first.</summary>
    public string? SortBy { get; init; }

    public bool Descending { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 50;
}

/// <param name="Total">How many there are in all.</param>
public sealed record RecordPage(IReadOnlyList<Record> Records, long Total);

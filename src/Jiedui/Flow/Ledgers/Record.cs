using Jiedui.Declaring;

namespace Jiedui.Flow.Ledgers;

/// <summary>A version of a record, with where it came from.</summary>
/// <param name="Id">Its number in its ledger.</param>
/// <param name="Superseded">How it was corrected or withdrawn; null while it is current.</param>
public sealed record Record(long Id, int Version, Row Row, Source Source, Supersession? Superseded)
{
    public bool IsCurrent => Superseded is null;

    /// <summary>What the giver says to this version.</summary>
    public Standing Giver { get; init; }

    /// <summary>What the receiver says to this version.</summary>
    public Standing Receiver { get; init; }

    public Standing Of(Jiedui.Measures.Side side) => side == Jiedui.Measures.Side.Giver ? Giver : Receiver;

    /// <summary>Whether both sides confirmed this version.</summary>
    public bool IsConfirmed => Giver is Standing.Confirmed && Receiver is Standing.Confirmed;

    /// <summary>Whether its personal data was erased on request.</summary>
    public bool IsErased { get; init; }
}

/// <summary>When a version stopped being current, and for a withdrawal the reason that was given.</summary>
public sealed record Supersession(DateTimeOffset At, string? Reason);

/// <summary>The workbook, sheet and row that a version came from.</summary>
/// <param name="Letters">The sheet's column letter for each of the ledger's columns that it has.</param>
public sealed record Source(string File, string Sheet, int RowNumber, IReadOnlyDictionary<string, string> Letters, long Batch, DateTimeOffset At)
{
    /// <summary>The cell that a column came from, or the row's first cell.</summary>
    public string CellOf(Column? column = null) =>
        (column is not null && Letters.TryGetValue(column.Name, out var letter) ? letter : Letters.Values.FirstOrDefault("A")) +
        RowNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Ledgers;
using Jiedui.Measures;

namespace Jiedui.Flow.Indicators;

/// <summary>How a figure is asked for. Two equal questions have equal answers at any time, if both name <see cref="AsOf"/>.</summary>
public sealed record FigureQuery(long Partnership, Period Period)
{
    /// <summary>Only rows that name this unit, or one below it, in any unit column.</summary>
    public UnitRef? Unit { get; init; }

    /// <summary>How far the asker's eyes reach: only rows that name this unit or one below it; null for the whole partnership.</summary>
    public long? Within { get; init; }

    /// <summary>Whether the asker may look for persons: only then may a condition name a personal column.</summary>
    public bool FindsPersonal { get; init; }

    /// <summary>Only rows whose columns have these values, as a clerk writes them.</summary>
    public IReadOnlyList<(string Column, string Value)> Where { get; init; } = [];

    /// <summary>Whose records it may count.</summary>
    public Reach Reach => new(Partnership, Within);

    /// <summary>The column that a condition names, where the ledger has it and the asker may ask by it.</summary>
    /// <summary>Whether one of the conditions looks for a person in this ledger.</summary>
    public bool NamesPerson(LedgerType ledger) => Where.Any(condition => ColumnIn(ledger, condition.Column) is { IsPersonal: true });

    public Column? ColumnIn(LedgerType ledger, string name) => ledger.Find(name) is { } column && (FindsPersonal || !column.IsPersonal) ? column : null;

    /// <summary>As it was known at this moment; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Only rows whose evidence is of this grade.</summary>
    public EvidenceGrade? Grade { get; init; }

    /// <summary>Only what both sides confirmed.</summary>
    public bool ConfirmedOnly { get; init; }
}

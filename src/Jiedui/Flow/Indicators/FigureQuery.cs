using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Postings;
using Jiedui.Measures;
using Jiedui.Storage;

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

    /// <summary>What the unit that is asked for covers, whether the asker sees all of it or not.</summary>
    public Reach UnitReach => new(Partnership, Unit?.Id);

    /// <summary>Whether one of the conditions looks for a person in this ledger.</summary>
    public bool NamesPerson(LedgerType ledger) => Where.Any(condition => ColumnIn(ledger, condition.Column) is { IsPersonal: true });

    /// <summary>The column that a condition names, where the ledger has it and the asker may ask by it.</summary>
    public Column? ColumnIn(LedgerType ledger, string name) => ledger.Find(name) is { } column && (FindsPersonal || !column.IsPersonal) ? column : null;

    /// <summary>As it was known at this moment; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Only rows whose evidence is of this grade.</summary>
    public EvidenceGrade? Grade { get; init; }

    /// <summary>Only what both sides confirmed.</summary>
    public bool ConfirmedOnly { get; init; }

    /// <summary>The first and the last month of the period, as <see cref="DayNumber"/>.</summary>
    internal (int From, int To) Months => (DayNumber.MonthOf(DayNumber.Of(Period.From)), DayNumber.MonthOf(DayNumber.Of(Period.To)));

    /// <summary>The number under which is kept what it counts of a measure.</summary>
    internal long KeptAs(long measure) => ConfirmedOnly ? Codes.Confirmed(measure) : measure;

    internal bool BeginsMonth => Period.From.Day == 1;

    /// <summary>Whether it asks for whole months, and for nothing of the records themselves: then what is kept by month answers it.</summary>
    /// <param name="upToDate">For all days up to the period's end.</param>
    internal bool IsOfWholeMonths(bool upToDate) =>
        this is { AsOf: null, Grade: null, Where.Count: 0 } && (upToDate || BeginsMonth) && (Period.To == DateOnly.MaxValue || Period.To.AddDays(1).Day == 1);

    /// <summary>For which unit sums are kept that answer it; 0 for the whole partnership, null where none do.</summary>
    internal long? KeptFor(Func<long, UnitRegistry> unitsOf)
    {
        if (!IsOfWholeMonths(upToDate: true))
            return null;
        if (Unit is not { Id: var unit } || Within is not { } within)
            return Unit?.Id ?? Within ?? Scopes.Whole;
        // What names a unit lies within all that stand above it.
        var units = unitsOf(Partnership);
        return units.IsWithin(unit, within) ? unit : units.IsWithin(within, unit) ? within : null;
    }
}

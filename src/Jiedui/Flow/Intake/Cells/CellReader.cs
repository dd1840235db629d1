using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Reads one cell's value exactly as its column means it, or says why it cannot be read. For any number of threads, as far as its look-ups are.</summary>
public sealed class CellReader(UnitLookup units, OrganisationLookup organisations)
{
    private RecentReadings?[] recent = [];

    /// <param name="column">The column that the cell was matched to.</param>
    /// <param name="cell">The cell as the file holds it. A ditto mark is for the caller to replace by the cell above it.</param>
    /// <param name="headerUnit">The unit word of the header or the unit row, e.g. 万元; empty where there is none.</param>
    /// <param name="unitsSoFar">The row's units read so far, left to right.</param>
    public CellReading Read(Column column, RawCell cell, string headerUnit, IReadOnlyList<UnitRef> unitsSoFar)
    {
        var known = RecentOf(column);
        if (known.TryGet(cell, headerUnit, out var reading))
            return reading;
        reading = ReadAnew(column, cell, headerUnit, unitsSoFar);
        known.Keep(cell, headerUnit, reading);
        return reading;
    }

    private RecentReadings RecentOf(Column column)
    {
        var known = recent;
        var place = column.Index + 1;
        if (place >= known.Length)
        {
            Array.Resize(ref known, Math.Max(place + 1, known.Length * 2));
            recent = known;
        }
        // Columns of several ledgers have the same place.
        return known[place] is { } one && one.Column == column ? one : known[place] = new RecentReadings(column);
    }

    private CellReading ReadAnew(Column column, RawCell cell, string headerUnit, IReadOnlyList<UnitRef> unitsSoFar)
    {
        var text = CleanText.Of(cell.Text);
        if (Placeholder.IsNothing(text, column))
            return CellReading.Empty;
        if (cell.Kind == RawKind.Error || ExcelError.Is(text))
            return ExcelError.Fault;
        if (DittoMark.Is(cell))
            return DittoMark.Fault;
        return column.Kind switch
        {
            ColumnKind.Text => TextCell.Read(column, cell, text),
            ColumnKind.List => ListCell.Read(cell, text),
            ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => DateCell.Read(column.Kind, cell, text),
            ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => NumberCell.Read(column, cell, text, headerUnit),
            ColumnKind.Choice => ChoiceCell.Read(column, cell, text),
            ColumnKind.Unit => UnitCell.Read(units, cell, text, unitsSoFar),
            ColumnKind.Organisation => OrganisationCell.Read(organisations, cell, text),
            ColumnKind.IdNumber => IdNumberCell.Read(cell, text),
            ColumnKind.Phone => PhoneCell.Read(cell, text),
            ColumnKind.Uscc => UsccCell.Read(cell, text),
            ColumnKind.Flag => FlagCell.Read(text),
        };
    }
}

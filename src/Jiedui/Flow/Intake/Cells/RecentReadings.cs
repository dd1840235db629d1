using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>
/// What cells of one column were read as lately. A cell that says the same under the same unit is read the same, so it need not be read again: most columns of a
/// ledger hold some hundred different things at most. Personal columns are left out, and those whose meaning depends on the units that are known.
/// </summary>
internal sealed class RecentReadings(Column column)
{
    private const int Longest = 32;
    private const int PlaceBits = 11;

    private readonly Reading?[]? kept = IsKept(column) ? new Reading?[1 << PlaceBits] : null;

    public Column Column => column;

    public bool TryGet(in RawCell cell, string headerUnit, out CellReading reading)
    {
        if (kept is not null && cell.Text.Length <= Longest)
        {
            var known = kept[PlaceOf(cell)];
            if (known is not null && known.Text == cell.Text && known.Kind == cell.Kind && known.Number.Equals(cell.Number) && known.HeaderUnit == headerUnit)
            {
                reading = known.Read;
                return true;
            }
        }
        reading = default;
        return false;
    }

    public void Keep(in RawCell cell, string headerUnit, in CellReading reading)
    {
        if (kept is not null && cell.Text.Length <= Longest)
            kept[PlaceOf(cell)] = new Reading(cell.Text, cell.Kind, cell.Number, headerUnit, reading);
    }

    private static int PlaceOf(in RawCell cell) => TextPlace.Of(cell.Text, PlaceBits);

    private static bool IsKept(Column column) => !column.IsPersonal && column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Choice or ColumnKind.Flag => true,
        ColumnKind.Date or ColumnKind.Month or ColumnKind.Year => true,
        ColumnKind.Count or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Percent => true,
        // A list is an array, which is not to be shared; the others say something else in each row.
        ColumnKind.List or ColumnKind.IdNumber or ColumnKind.Phone or ColumnKind.Uscc => false,
        ColumnKind.Unit or ColumnKind.Organisation => false,
    };

    /// <summary>Never changed, only replaced by another: so several threads may ask at once.</summary>
    private sealed record Reading(string Text, RawKind Kind, double Number, string HeaderUnit, CellReading Read);
}

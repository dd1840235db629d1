using Jiedui.Declaring;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>A count, decimal, sum of money or percentage: exact, or an interval with its qualifier.</summary>
internal static class NumberCell
{
    public static CellReading Read(Column column, RawCell cell, string text, string headerUnit)
    {
        if (Placeholder.IsUnsettled(text))
            return Placeholder.NotYet;
        try
        {
            return cell.Kind switch
            {
                RawKind.Number => ReadNumber(column, cell.Number, headerUnit),
                RawKind.Text => ReadText(column, text, headerUnit),
                RawKind.DateSerial => CellReading.Wrong(NumberFaults.WasDate),
                RawKind.Flag or RawKind.Error => CellReading.Wrong(NumberFaults.Shape),
            };
        }
        catch (OverflowException)
        {
            return CellReading.Wrong(NumberFaults.TooLarge);
        }
    }

    private static CellReading ReadNumber(Column column, double number, string headerUnit)
    {
        if (!FloatingNumber.TryRead(number, out var exact))
            return CellReading.Wrong(NumberFaults.TooLarge);
        return NumberScaling.ToAmount(column, NumberPhrase.Just(exact), headerUnit);
    }

    private static CellReading ReadText(Column column, string text, string headerUnit) =>
        NumberPhrase.TryReadPlain(text, out var plain) ? NumberScaling.ToAmount(column, plain, headerUnit)
        : NumberPhrase.TryRead(text, column.Kind == ColumnKind.Percent, out var phrase, out var fault)
            ? NumberScaling.ToAmount(column, phrase, headerUnit)
            : CellReading.Wrong(fault);
}

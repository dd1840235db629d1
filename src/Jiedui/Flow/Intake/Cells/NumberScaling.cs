using Jiedui.Declaring;
using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Brings what a cell says to the column's smallest units, exactly. A unit in the cell wins over the header's.</summary>
internal static class NumberScaling
{
    /// <summary>
    /// In smallest units, and the first that is too large. In 分 it is ten trillion yuan, more than any line of a yearly budget; and thousands of such numbers still add
    /// up to one that can be stored.
    /// </summary>
    private const decimal TooLarge = 1_000_000_000_000_000m;

    public static CellReading ToAmount(Column column, NumberPhrase phrase, string headerUnit)
    {
        if (FaultOf(column, phrase) is { } fault)
            return CellReading.Wrong(fault);
        if (FactorOf(column, phrase, headerUnit) is not { } factors)
            return CellReading.Wrong(NumberFaults.ForeignUnit(column));
        if (IsDoubleMagnitude(phrase, factors.First))
            return CellReading.Wrong(NumberFaults.UnitUnclear);
        if (column.Kind == ColumnKind.Percent && IsBareFraction(phrase, headerUnit))
            return CellReading.Wrong(NumberFaults.PercentUnclear);
        return Scaled(column, phrase, factors.First, factors.Second);
    }

    private static CellFault? FaultOf(Column column, NumberPhrase phrase) =>
        phrase.First.Digits < 0 && column.Kind == ColumnKind.Count ? NumberFaults.Negative
        : phrase.Per.Length > 0 && !PriceUnit.FitsPer(column, phrase.Per, []) ? NumberFaults.ForeignUnit(column)
        : null;

    /// <summary>The factor of each term; null where a unit does not fit. In a range, a unit said once is said of both.</summary>
    private static (decimal First, decimal Second)? FactorOf(Column column, NumberPhrase phrase, string headerUnit)
    {
        var last = phrase.Second ?? phrase.First;
        var saysUnit = phrase.First.SaysUnit || last.SaysUnit;
        var header = UnitWords.FactorOf(column, HeaderWord(headerUnit));
        var shared = last.Unit.Length > 0 ? last.Unit : phrase.First.Unit;
        var first = UnitWords.FactorOf(column, phrase.First.Unit.Length > 0 ? phrase.First.Unit : shared);
        var second = UnitWords.FactorOf(column, shared);
        if (header is null && !(saysUnit && last.Unit.Length > 0))
            return null;
        return first is null || second is null ? null : saysUnit ? (first.Value, second.Value) : (header!.Value, header.Value);
    }

    /// <summary>3千 under 万元: three thousand, or thirty million?</summary>
    private static bool IsDoubleMagnitude(NumberPhrase phrase, decimal factor) =>
        factor > 1 && !phrase.First.SaysUnit && (phrase.First.Small > 1 || phrase.Second is { Small: > 1 });

    private static bool IsBareFraction(NumberPhrase phrase, string headerUnit) =>
        headerUnit.Length == 0 && (phrase.Second ?? phrase.First) is { Unit: "" } term && term.Value is not 0 and >= -1 and <= 1;

    private static string HeaderWord(string headerUnit)
    {
        var unit = CleanText.WithoutBlanks(CleanText.Halved(headerUnit)).Trim('(', ')', '[', ']');
        return unit.StartsWith("单位:", StringComparison.Ordinal) ? unit[3..] : unit;
    }

    private static CellReading Scaled(Column column, NumberPhrase phrase, decimal firstFactor, decimal secondFactor)
    {
        var low = phrase.First.Value * firstFactor * column.Scale;
        var high = phrase.Second is { } second ? second.Value * secondFactor * column.Scale
            : phrase.Qualifier == Qualifier.More ? phrase.First.Next * firstFactor * column.Scale
            : low;
        if (decimal.Abs(low) >= TooLarge || decimal.Abs(high) >= TooLarge)
            return CellReading.Wrong(NumberFaults.TooLarge);
        if (low != decimal.Truncate(low) || high != decimal.Truncate(high))
            return CellReading.Wrong(column.Kind == ColumnKind.Count ? NumberFaults.NotWhole : NumberFaults.TooPrecise);
        if (low > high)
            return CellReading.Wrong(NumberFaults.RangeReversed);
        return new CellReading(AmountOf((long)low, (long)high, phrase.Qualifier), Note: NoteOf(column, phrase));
    }

    private static Amount AmountOf(long low, long high, Qualifier qualifier) => qualifier switch
    {
        Qualifier.AtLeast => new Amount(low, null, Qualifier.AtLeast),
        Qualifier.AtMost => new Amount(null, high, Qualifier.AtMost),
        Qualifier.Range when low == high => Amount.Exactly(low),
        Qualifier.Exact or Qualifier.More or Qualifier.About or Qualifier.Range => new Amount(low, high, qualifier),
    };

    private static CellFault? NoteOf(Column column, NumberPhrase phrase) =>
        phrase.IsAbout ? NumberFaults.AboutRange
        : DropsUnit(column, (phrase.Second ?? phrase.First).Unit) ? NumberFaults.UnitDropped
        : null;

    private static bool DropsUnit(Column column, string unit) =>
        unit.Length > 0 && (column is QuantityColumn<Plain> || (PriceUnit.IsUnitPrice(column) && unit.Contains('/', StringComparison.Ordinal)));
}

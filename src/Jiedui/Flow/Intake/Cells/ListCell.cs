using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>Several texts in one cell.</summary>
internal static class ListCell
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '\n'];

    public static CellReading Read(RawCell cell, string text)
    {
        if (cell.Kind == RawKind.Number && FloatingNumber.TryRead(cell.Number, out var number))
            return new CellReading(new[] { FloatingNumber.Digits(number) });
        var parts = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? CellReading.Empty : new CellReading(parts);
    }
}

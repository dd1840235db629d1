using System.Globalization;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Tests.Flow.Intake.Sheets;

/// <summary>A sheet written as text: a line is a row, | parts the cells, n: marks a number, d: a date serial; an empty line is an empty row.</summary>
public sealed class SheetOf(string name, string lines, params string[] merges) : Sheet(name)
{
    public override IReadOnlyList<CellRange> Merges { get; } = [.. merges.Select(Range)];

    public override IEnumerable<RawRow> Rows() => lines.Split('\n')
        .Select((line, i) => new RawRow(i + 1, [.. line.Split('|').Select(Cell).Where(cell => cell.Text.Length > 0)]))
        .Where(row => row.Cells.Count > 0);

    private static RawCell Cell(string text, int column) => text.Split(':', 2) switch
    {
        ["n", var number] => new RawCell(column, RawKind.Number, number, double.Parse(number, CultureInfo.InvariantCulture)),
        ["d", var number] => new RawCell(column, RawKind.DateSerial, number, double.Parse(number, CultureInfo.InvariantCulture)),
        _ => new RawCell(column, RawKind.Text, text.Replace("\\n", "\n", StringComparison.Ordinal)),
    };

    private static CellRange Range(string text)
    {
        var ends = text.Split(':').Select(end => (Column: end[0] - 'A', Row: int.Parse(end[1..], CultureInfo.InvariantCulture))).ToList();
        return new CellRange(ends[0].Row, ends[0].Column, ends[1].Row, ends[1].Column);
    }
}

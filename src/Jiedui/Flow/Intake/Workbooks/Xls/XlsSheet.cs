using System.Globalization;
using ExcelDataReader;

namespace Jiedui.Flow.Intake.Workbooks.Xls;

/// <summary>A sheet of an .xls. ExcelDataReader reads it; each value is put back to what the file holds.</summary>
internal sealed class XlsSheet(string name, bool isHidden, IReadOnlyList<CellRange> merges, XlsReading reading, int position) : Sheet(name)
{
    public override bool IsHidden => isHidden;

    public override IReadOnlyList<CellRange> Merges => merges;

    public override IEnumerable<RawRow> Rows()
    {
        using var reader = reading.Open();
        for (var skipped = 0; skipped < position; skipped++)
            reading.Guarded(reader.NextResult);
        var cells = new List<RawCell>();
        while (reading.Guarded(reader.Read))
        {
            var number = reader.Depth + 1;
            reading.Guarded(() => Gather(reader, number, cells));
            if (cells.Count > 0)
                yield return new RawRow(number, cells.ToArray());
        }
    }

    private int Gather(IExcelDataReader reader, int row, List<RawCell> cells)
    {
        cells.Clear();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (CellOf(reader, column) is not { } cell)
                continue;
            if (cell.Text.Length > Limits.CellCharacters)
                throw Refusal.CellTooLong(reading.FileName, Name, CellAddress.Of(row, column));
            cells.Add(cell);
        }
        return cells.Count;
    }

    private static RawCell? CellOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null or "" => null,
        string text => new RawCell(column, RawKind.Text, text),
        bool flag => new RawCell(column, RawKind.Flag, flag ? "是" : "否"),
        DateTime date => Dated(column, DateSerials.Of(date)),
        TimeSpan time => Dated(column, time.TotalDays),
        IConvertible number => Numbered(column, number.ToDouble(CultureInfo.InvariantCulture)),
        var other => new RawCell(column, RawKind.Text, other.ToString() ?? ""),
    };

    private static RawCell Numbered(int column, double number) => new(column, RawKind.Number, NumberTexts.Of(number), number);

    private static RawCell Dated(int column, double serial) => new(column, RawKind.DateSerial, NumberTexts.Of(serial), serial);
}

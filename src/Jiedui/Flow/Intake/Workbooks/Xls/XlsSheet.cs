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
        var reader = reading.Lend();
        try
        {
            for (var skipped = 0; skipped < position; skipped++)
                reading.Guarded(reader.NextResult);
            var cells = new List<RawCell>();
            var next = () => Gather(reader, cells);
            while (reading.Guarded(next))
            {
                if (cells.Count > 0)
                    yield return new RawRow(reader.Depth + 1, cells.ToArray());
            }
        }
        finally
        {
            reading.GiveBack(reader);
        }
    }

    /// <returns>False where there is no further row.</returns>
    private bool Gather(IExcelDataReader reader, List<RawCell> cells)
    {
        cells.Clear();
        if (!reader.Read())
            return false;
        var columns = reader.FieldCount;
        for (var column = 0; column < columns; column++)
        {
            if (CellOf(reader, column) is not { } cell)
                continue;
            if (cell.Text.Length > Limits.CellCharacters)
                throw Refusal.CellTooLong(reading.FileName, Name, CellAddress.Of(reader.Depth + 1, column));
            cells.Add(cell);
        }
        return true;
    }

    private static RawCell? CellOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null or "" => null,
        string text => new RawCell(column, RawKind.Text, text),
        double number => Numbered(column, number),
        bool flag => new RawCell(column, RawKind.Flag, flag ? "是" : "否"),
        DateTime date => Dated(column, DateSerials.Of(date)),
        TimeSpan time => Dated(column, time.TotalDays),
        IConvertible number => Numbered(column, number.ToDouble(CultureInfo.InvariantCulture)),
        var other => new RawCell(column, RawKind.Text, other.ToString() ?? ""),
    };

    private static RawCell Numbered(int column, double number) => new(column, RawKind.Number, NumberTexts.Of(number), number);

    private static RawCell Dated(int column, double serial) => new(column, RawKind.DateSerial, NumberTexts.Of(serial), serial);
}

using ExcelDataReader;

namespace Jiedui.Flow.Intake.Workbooks.Xls;

/// <summary>The sheets of an .xls, listed by walking over them once.</summary>
internal static class XlsSheets
{
    public static IReadOnlyList<Sheet> Of(XlsReading reading)
    {
        var reader = reading.Lend();
        var sheets = new List<Sheet>();
        do
        {
            sheets.Add(reading.Guarded(() => SheetAt(reader, reading, sheets.Count)));
        }
        while (reading.Guarded(reader.NextResult));
        reading.GiveBack(reader);
        return sheets;
    }

    private static XlsSheet SheetAt(IExcelDataReader reader, XlsReading reading, int position)
    {
        CellRange[] merges = [.. (reader.MergeCells ?? []).Select(merge => new CellRange(merge.FromRow + 1, merge.FromColumn, merge.ToRow + 1, merge.ToColumn))];
        return new XlsSheet(reader.Name ?? "", isHidden: reader.VisibleState is not ("visible" or null), merges, reading, position);
    }
}

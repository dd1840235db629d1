using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>Which of a workbook's cell formats show their number as a date.</summary>
internal sealed class CellFormats
{
    private readonly List<bool> dates = [];

    private readonly Dictionary<int, bool> custom = [];

    private CellFormats()
    {
    }

    public bool IsDate(int format) => (uint)format < (uint)dates.Count && dates[format];

    public static CellFormats Of(PartReader? reader, string fileName)
    {
        var formats = new CellFormats();
        if (reader is null || !reader.NextRoot())
            return formats;
        while (reader.NextChild(0))
        {
            if (reader.Element == "numFmts")
                formats.ReadNumberFormats(reader, fileName);
            else if (reader.Element == "cellXfs")
                formats.ReadCellFormats(reader, fileName);
        }
        return formats;
    }

    private void ReadNumberFormats(PartReader reader, string fileName)
    {
        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            custom[NumberFormatOf(reader)] = DateFormat.Shows(reader.Attribute("formatCode") ?? "");
            RefuseAbove(custom.Count, fileName);
        }
    }

    private void ReadCellFormats(PartReader reader, string fileName)
    {
        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            var numberFormat = NumberFormatOf(reader);
            dates.Add(custom.TryGetValue(numberFormat, out var isDate) ? isDate : DateFormat.IsBuiltIn(numberFormat));
            RefuseAbove(dates.Count, fileName);
        }
    }

    private static int NumberFormatOf(PartReader reader) =>
        int.TryParse(reader.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void RefuseAbove(int count, string fileName)
    {
        if (count > Limits.CellFormats)
            throw Refusal.Damaged(fileName, "单元格格式多得不正常");
    }
}

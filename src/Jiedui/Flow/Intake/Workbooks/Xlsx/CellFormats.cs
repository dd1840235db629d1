using System.Globalization;

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>What each of a workbook's cell formats shows its number as.</summary>
internal sealed class CellFormats
{
    private readonly List<NumberLook> looks = [];

    private readonly Dictionary<int, NumberLook> custom = [];

    private CellFormats()
    {
    }

    public NumberLook LookOf(int format) => (uint)format < (uint)looks.Count ? looks[format] : NumberLook.Number;

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
            custom[NumberFormatOf(reader)] = NumberFormat.LookOf(reader.Attribute("formatCode") ?? "");
            RefuseAbove(custom.Count, fileName);
        }
    }

    private void ReadCellFormats(PartReader reader, string fileName)
    {
        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            var numberFormat = NumberFormatOf(reader);
            looks.Add(custom.TryGetValue(numberFormat, out var look) ? look : NumberFormat.LookOf(numberFormat));
            RefuseAbove(looks.Count, fileName);
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

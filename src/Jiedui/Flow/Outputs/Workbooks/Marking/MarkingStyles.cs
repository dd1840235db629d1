using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Declaring;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>The formats of marked cells: each is the cell's own format, filled with the colour of the mark.</summary>
internal sealed class MarkingStyles
{
    private const string LightRed = "FFFFC7CE";
    private const string LightAmber = "FFFFE699";

    private readonly WorkbookStylesPart part;
    private readonly Stylesheet sheet;
    private readonly List<CellFormat> formats;
    private readonly Dictionary<(uint Base, Severity Severity), uint> marked = [];
    private readonly Dictionary<Severity, uint> fills = [];

    public MarkingStyles(WorkbookPart book)
    {
        part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        sheet = part.RootElement as Stylesheet ?? (part.Stylesheet = Minimal());
        sheet.CellFormats ??= new CellFormats(new CellFormat());
        formats = [.. sheet.CellFormats.Elements<CellFormat>()];
    }

    /// <summary>The number of the format that a marked cell gets.</summary>
    /// <param name="own">The number of the format that it has.</param>
    public uint Of(uint own, Severity severity)
    {
        if (marked.TryGetValue((own, severity), out var known))
            return known;
        var format = own < formats.Count ? (CellFormat)formats[(int)own].CloneNode(true) : new CellFormat();
        format.FillId = FillOf(severity);
        format.ApplyFill = true;
        sheet.CellFormats!.Append(format);
        formats.Add(format);
        return marked[(own, severity)] = (uint)formats.Count - 1;
    }

    public void Save()
    {
        sheet.CellFormats!.Count = (uint)formats.Count;
        part.Stylesheet!.Save();
    }

    private uint FillOf(Severity severity)
    {
        if (fills.TryGetValue(severity, out var known))
            return known;
        var all = sheet.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        var color = severity == Severity.Blocks ? LightRed : LightAmber;
        all.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }));
        all.Count = (uint)all.Elements<Fill>().Count();
        return fills[severity] = all.Count - 1;
    }

    private static Stylesheet Minimal() => new(
        new Fonts(new Font()), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()), new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat()));
}

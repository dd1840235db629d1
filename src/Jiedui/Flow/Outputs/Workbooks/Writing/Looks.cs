using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>The style part of the workbooks that we write: one format for each <see cref="CellLook"/>.</summary>
internal static class Looks
{
    private const string Ink = "FF1F2D3D";
    private const string Line = "FFD0D7DE";
    private const string HeaderFill = "FFE8EEF5";
    private const string RequiredFill = "FF1F5FA8";

    private const uint TextFormat = 49;
    private const uint MoneyFormat = 4;
    private const uint OwnFormats = 164;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Format(0, "yyyy-mm-dd"), Format(1, "yyyy-mm-dd hh:mm:ss")),
        new Fonts(Font(11, Ink), Font(11, Ink, isBold: true), Font(11, "FFFFFFFF", isBold: true), Font(16, Ink, isBold: true), Font(10, "FF5B6B7B")),
        new Fills(Pattern(PatternValues.None), Pattern(PatternValues.Gray125), Fill(HeaderFill), Fill(RequiredFill)),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Frame()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Enum.GetValues<CellLook>().Select(Of)));

    private static CellFormat Of(CellLook look) => look switch
    {
        CellLook.Plain => Cell(0),
        CellLook.Text => Cell(TextFormat),
        CellLook.Whole => Cell(1),
        CellLook.Decimal => Cell(0),
        CellLook.Money => Cell(MoneyFormat),
        CellLook.Day => Cell(OwnFormats),
        CellLook.DayAndTime => Cell(OwnFormats + 1),
        CellLook.Header => Cell(TextFormat, font: 1, fill: 2, border: 1, Lines(HorizontalAlignmentValues.Center)),
        CellLook.RequiredHeader => Cell(TextFormat, font: 2, fill: 3, border: 1, Lines(HorizontalAlignmentValues.Center)),
        CellLook.Title => Cell(0, font: 3),
        CellLook.Note => Cell(0, font: 4),
        CellLook.Framed => Cell(TextFormat, border: 1, alignment: Lines(HorizontalAlignmentValues.Left)),
    };

    private static CellFormat Cell(uint format, uint font = 0, uint fill = 0, uint border = 0, Alignment? alignment = null) => new()
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        Alignment = alignment,
        ApplyNumberFormat = format != 0,
        ApplyFont = font != 0,
        ApplyFill = fill != 0,
        ApplyBorder = border != 0,
        ApplyAlignment = alignment is not null,
    };

    private static Alignment Lines(HorizontalAlignmentValues horizontal) => new() { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true };

    private static NumberingFormat Format(uint number, string code) => new() { NumberFormatId = OwnFormats + number, FormatCode = code };

    // The fonts stand on every office computer; where one is missing, Excel and WPS take the like.
    private static Font Font(double size, string color, bool isBold = false)
    {
        OpenXmlElement[] rest = [new FontSize { Val = size }, new Color { Rgb = color }, new FontName { Val = "微软雅黑" }, new FontFamilyNumbering { Val = 2 }, new FontCharSet { Val = 134 }];
        return new Font(isBold ? [new Bold(), .. rest] : rest);
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Fill(string color) =>
        new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Frame() => new(
        Thin(new LeftBorder()), Thin(new RightBorder()), Thin(new TopBorder()), Thin(new BottomBorder()), new DiagonalBorder());

    private static T Thin<T>(T side)
        where T : BorderPropertiesType
    {
        side.Style = BorderStyleValues.Thin;
        side.Color = new Color { Rgb = Line };
        return side;
    }
}

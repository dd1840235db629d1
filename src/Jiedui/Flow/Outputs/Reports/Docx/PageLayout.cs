using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>A4 after GB/T 9704, in twips: 天头 37 mm, 订口 28 mm, right 26 mm, bottom 35 mm; 22 lines of 28 characters. Wide tables turn the page.</summary>
internal static class PageLayout
{
    private const uint Short = 11906;
    private const uint Long = 16838;

    /// <summary>The width of a landscape page between its margins.</summary>
    public const int LandscapeWidth = 12756;

    public static W.SectionProperties Portrait() => With(
        new W.PageSize { Width = Short, Height = Long },
        new W.PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1304, Gutter = 0 },
        // Lines only: LibreOffice spreads characters over a wrong grid. The 28 of a line come from the body's own spacing (StylesPart).
        new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = 579 });

    public static W.SectionProperties Landscape() => With(
        new W.PageSize { Width = Long, Height = Short, Orient = W.PageOrientationValues.Landscape },
        new W.PageMargin { Top = 1588, Bottom = 1474, Left = 2098, Right = 1984, Header = 851, Footer = 851, Gutter = 0 },
        new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = 579 });

    private static W.SectionProperties With(params OpenXmlElement[] page) => new(
    [
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "rIdOdd" }, new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = "rIdEven" }, .. page,
    ]);
}

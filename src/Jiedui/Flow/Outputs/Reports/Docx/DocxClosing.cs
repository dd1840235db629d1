using System.Globalization;
using System.Xml;
using Jiedui.Flow.Outputs.Reports.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>附件说明, 署名 and 成文日期, after an empty line each: the date four characters in from the right, the signature centred over it.</summary>
internal static class DocxClosing
{
    private const int DateIndent = 400;

    /// <summary>A character's width in twips, for programs that do not indent by characters.</summary>
    private const int Character = 315;

    public static void Write(ReportDocument document, XmlWriter writer)
    {
        var date = ChineseDate.Of(document.Request.IssuedOn);
        if (document.Facts.Count > 0)
        {
            new W.Paragraph().WriteTo(writer);
            DocxLines.Of("BodyText", "附件：" + FactAnnex.Title).WriteTo(writer);
        }
        new W.Paragraph().WriteTo(writer);
        if (document.Request.Issuer is { } issuer)
            Line(issuer, Math.Max(200, DateIndent + (Width(date) - Width(issuer)) / 2), new W.KeepNext()).WriteTo(writer);
        // Where an annex follows, the upright section ends with this line; an empty paragraph of its own could spill onto an empty page.
        Line(date, DateIndent, null, document.Facts.Count > 0 ? PageLayout.Portrait() : null).WriteTo(writer);
    }

    private static W.Paragraph Line(string text, int indent, W.KeepNext? keepNext, W.SectionProperties? section = null)
    {
        var style = DocxLines.Style("Closing");
        if (keepNext is not null)
            style.Append(keepNext);
        style.Append(new W.Indentation { RightChars = indent, Right = (indent * Character / 100).ToString(CultureInfo.InvariantCulture) });
        if (section is not null)
            style.Append(section);
        return new W.Paragraph(style, DocxLines.Words(text));
    }

    /// <summary>In hundredths of a character; digits are half as wide.</summary>
    private static int Width(string text) => text.Sum(letter => char.IsAscii(letter) ? 50 : 100);
}

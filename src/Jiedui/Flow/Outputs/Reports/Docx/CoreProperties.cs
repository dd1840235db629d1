using System.Globalization;
using System.Security;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>Title, author and date as file managers show them. The date is the date of issue, not that of the machine.</summary>
internal static class CoreProperties
{
    public static string Of(ReportDocument document) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Escaped(document.FullTitle)}</dc:title><dc:creator>{Escaped(document.Request.Issuer ?? document.Request.Giver)}</dc:creator><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{document.Request.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z</dcterms:created></cp:coreProperties>
        """;

    private static string Escaped(string text) => SecurityElement.Escape(PrintableText.Of(text));
}

using System.IO.Compression;
using System.Text;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports.Docx;

/// <summary>
/// Writes a report as .docx after GB/T 9704, part by part and forward only. The package is put together here and not by the SDK, which gives its parts random
/// names and the time of day: the same report must be the same bytes, so that its hash can stand in an evidence pack.
/// </summary>
public static class DocxReport
{
    /// <summary>The earliest time that a zip entry can carry.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ReportDocument document, Stream to)
    {
        using var package = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        Add(package, "[Content_Types].xml", PackageParts.ContentTypes);
        Add(package, "_rels/.rels", PackageParts.Relations);
        Add(package, "docProps/core.xml", CoreProperties.Of(document));
        Add(package, "word/_rels/document.xml.rels", PackageParts.DocumentRelations);
        using (var body = Open(package, "word/document.xml"))
            DocumentPart.Write(document, body);
        Add(package, "word/styles.xml", StylesPart.Xml);
        Add(package, "word/fontTable.xml", FontTablePart.Xml);
        Add(package, "word/settings.xml", PackageParts.Settings);
        Add(package, "word/footer1.xml", FooterPart.Of(isOdd: true));
        Add(package, "word/footer2.xml", FooterPart.Of(isOdd: false));
        using (var manifest = Open(package, "customXml/item1.xml"))
            FactManifest.Write(document, manifest);
        Add(package, "customXml/_rels/item1.xml.rels", PackageParts.ManifestRelations);
        Add(package, "customXml/itemProps1.xml", PackageParts.ManifestProperties);
    }

    private static void Add(ZipArchive package, string name, string text)
    {
        using var part = Open(package, name);
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static Stream Open(ZipArchive package, string name)
    {
        var entry = package.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}

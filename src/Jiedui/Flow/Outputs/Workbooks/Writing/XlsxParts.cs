using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>
/// The parts of an .xlsx, written one after the other straight into the stream. The Open XML SDK keeps each open part of a new package in memory; a ledger of a
/// million rows must not stand there, so the zip is ours and the SDK writes the small parts into it. The same content gives the same bytes.
/// </summary>
internal sealed class XlsxParts(Stream stream) : IDisposable
{
    // The first moment that a zip can hold: when a file was written says nothing of what it holds.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    public XmlWriter Begin(string part)
    {
        var entry = zip.CreateEntry(part, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        return XmlWriter.Create(entry.Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
    }

    public void Write(string part, OpenXmlElement root)
    {
        using var writer = Begin(part);
        writer.WriteStartDocument(standalone: true);
        WithoutPrefix.Write(writer, root);
    }

    /// <summary>Writes [Content_Types].xml.</summary>
    public void WriteTypes(IEnumerable<(string Part, string Type)> types)
    {
        const string space = "http://schemas.openxmlformats.org/package/2006/content-types";
        using var writer = Begin("[Content_Types].xml");
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement("Types", space);
        Element(writer, space, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(writer, space, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        foreach (var (part, type) in types)
            Element(writer, space, "Override", ("PartName", "/" + part), ("ContentType", type));
        writer.WriteEndElement();
    }

    /// <summary>Writes a part's relationships; the first is rId1.</summary>
    public void WriteRelations(string part, IReadOnlyList<(string Type, string Target)> relations)
    {
        const string space = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var writer = Begin(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement("Relationships", space);
        for (var at = 0; at < relations.Count; at++)
        {
            Element(
                writer, space, "Relationship", ("Id", $"rId{at + 1}"),
                ("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relations[at].Type), ("Target", relations[at].Target));
        }
        writer.WriteEndElement();
    }

    public void Dispose() => zip.Dispose();

    private static void Element(XmlWriter writer, string space, string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
            writer.WriteAttributeString(attribute, value);
        writer.WriteEndElement();
    }
}

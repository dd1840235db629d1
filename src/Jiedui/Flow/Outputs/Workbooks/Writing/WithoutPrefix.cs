using System.Xml;
using DocumentFormat.OpenXml;

namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>Writes an element of the SDK as Excel does, without the x: that the SDK puts before every name: many readers of workbooks do not know it.</summary>
internal static class WithoutPrefix
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void Write(XmlWriter writer, OpenXmlElement element)
    {
        using var reader = XmlReader.Create(new StringReader(element.OuterXml));
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                WriteElement(writer, reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                writer.WriteEndElement();
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                writer.WriteString(reader.Value);
        }
    }

    private static void WriteElement(XmlWriter writer, XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.NamespaceURI == Main ? "" : reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }
        if (isEmpty)
            writer.WriteEndElement();
    }
}

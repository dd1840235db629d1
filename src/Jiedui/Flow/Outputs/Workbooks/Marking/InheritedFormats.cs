using System.Globalization;
using System.Xml;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>The format that a cell which is not in the file would have: its row's, else its column's.</summary>
internal sealed class InheritedFormats
{
    private readonly List<(int First, int Last, uint Format)> columns = [];

    /// <summary>Copies the cols element and notes the formats in it.</summary>
    public void ReadColumns(XmlReader reader, XmlWriter writer)
    {
        using var copy = reader.ReadSubtree();
        copy.Read();
        writer.WriteStartElement(copy.Prefix, copy.LocalName, copy.NamespaceURI);
        writer.WriteAttributes(copy, defattr: false);
        copy.Read();
        while (copy.NodeType is not (XmlNodeType.EndElement or XmlNodeType.None))
        {
            if (copy.NodeType == XmlNodeType.Element)
                columns.Add((Number(copy, "min") - 1, Number(copy, "max") - 1, (uint)Number(copy, "style")));
            writer.WriteNode(copy, defattr: false);
        }
        writer.WriteEndElement();
        copy.Close();
        reader.Read();
    }

    public uint Of(uint? row, int column) => row ?? columns.Find(range => range.First <= column && column <= range.Last).Format;

    public static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

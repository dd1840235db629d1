using System.Text;
using System.Xml;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>
/// Copies a sheet part node by node, so that a sheet of any size passes through; only marked cells get another format, and a cell that is marked and missing is
/// put in its place.
/// </summary>
internal static class SheetRewriting
{
    public static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    // What the reader gives as a line break was written as a reference; it must not become a plain one.
    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(false),
        NewLineHandling = NewLineHandling.Entitize,
        CheckCharacters = false,
    };

    /// <summary>The namespace of the part's root: a strict workbook has another.</summary>
    public static string SpaceOf(XmlReader reader)
    {
        reader.MoveToContent();
        return reader.NamespaceURI;
    }

    /// <param name="drawing">The relationship of a drawing that the sheet does not name yet, or null.</param>
    public static void Write(Stream source, Stream target, IReadOnlyList<Mark> marks, MarkingStyles styles, string? drawing)
    {
        using var reader = XmlReader.Create(source, Reading);
        using var writer = XmlWriter.Create(target, Writing);
        var space = SpaceOf(reader);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, space);
        writer.WriteAttributes(reader, defattr: false);
        var formats = new InheritedFormats();
        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                writer.WriteNode(reader, defattr: false);
                continue;
            }
            if (drawing is not null && LegacyDrawing.Followers.Contains(reader.LocalName))
            {
                LegacyDrawing.Write(writer, space, drawing);
                drawing = null;
            }
            if (drawing is not null && reader.LocalName == LegacyDrawing.Name)
                // It names a part that is not there.
                reader.Skip();
            else if (reader.LocalName == "sheetData")
                new RowRewriting(reader, writer, marks, styles, formats).Write();
            else if (reader.LocalName == "cols")
                formats.ReadColumns(reader, writer);
            else
                writer.WriteNode(reader, defattr: false);
        }
        if (drawing is not null)
            LegacyDrawing.Write(writer, space, drawing);
        writer.WriteEndElement();
    }
}

using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>Where a sheet part names the drawing of its comments.</summary>
internal static class LegacyDrawing
{
    public const string Name = "legacyDrawing";

    /// <summary>The elements that stand behind it in a sheet.</summary>
    public static readonly HashSet<string> Followers =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private static readonly string[] RelationSpaces =
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"];

    public static string? IdIn(WorksheetPart sheet)
    {
        // Only a sheet that has such a part can name it; all others need not be read through.
        if (!sheet.VmlDrawingParts.Any())
            return null;
        using var stream = sheet.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, SheetRewriting.Reading);
        return reader.ReadToFollowing(Name, SheetRewriting.SpaceOf(reader)) ? RelationSpaces.Select(space => reader.GetAttribute("id", space)).FirstOrDefault(id => id is not null) : null;
    }

    public static void Write(XmlWriter writer, string space, string id)
    {
        writer.WriteStartElement(Name, space);
        writer.WriteAttributeString("r", "id", space.Contains("purl.oclc.org", StringComparison.Ordinal) ? RelationSpaces[1] : RelationSpaces[0], id);
        writer.WriteEndElement();
    }
}

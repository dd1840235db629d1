using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>
/// The boxes in which comments show. They stand in a part that Excel itself writes as no sound XML, so ours are put into a standing one as text, before its end.
/// </summary>
internal static partial class CommentDrawing
{
    private const string Type = "_x0000_t202";
    private const string End = "</xml>";

    private const string Start =
        """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
        <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
        </xml>
        """;

    private const string ShapeType =
        $"""
        <v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="{Type}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>

        """;

    /// <returns>The new part's relationship; null where the sheet had a drawing.</returns>
    public static string? Write(WorksheetPart sheet, IReadOnlyList<Mark> marks)
    {
        if (marks.Count == 0)
            return null;
        var part = Standing(sheet);
        var isNew = part is null;
        part ??= sheet.AddNewPart<VmlDrawingPart>();
        var standing = isNew ? Start : Read(part);
        var end = standing.LastIndexOf(End, StringComparison.Ordinal);
        if (end < 0)
            throw new InvalidDataException(part.Uri.ToString());
        var next = ShapeNumber().Matches(standing).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Append(1024).Max() + 1;
        using var content = new MemoryStream();
        using (var writer = new StreamWriter(content, new UTF8Encoding(false), leaveOpen: true))
        {
            writer.Write(standing.AsSpan(0, end));
            if (!standing.Contains($"id=\"{Type}\"", StringComparison.Ordinal))
                writer.Write(ShapeType);
            foreach (var mark in marks)
                writer.Write(CommentBox.Of(mark, next++, Type));
            writer.Write(standing.AsSpan(end));
        }
        content.Position = 0;
        part.FeedData(content);
        return isNew ? sheet.GetIdOfPart(part) : null;
    }

    /// <summary>The sheet's drawing for comments: the one that its legacyDrawing names, for headers and footers have one of their own.</summary>
    private static VmlDrawingPart? Standing(WorksheetPart sheet)
    {
        var id = LegacyDrawing.IdIn(sheet);
        return id is not null && sheet.TryGetPartById(id, out var part) ? part as VmlDrawingPart : null;
    }

    private static string Read(VmlDrawingPart part)
    {
        using var reader = new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read));
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"_x0000_s(\d{1,8})")]
    private static partial Regex ShapeNumber();
}

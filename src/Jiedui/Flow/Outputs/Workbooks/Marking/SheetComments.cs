using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Writing;

namespace Jiedui.Flow.Outputs.Workbooks.Marking;

/// <summary>The comments of a sheet: those that stand there stay, and ours come to them; in a cell that has one, ours follows its text.</summary>
internal static class SheetComments
{
    public const string Author = "结对";

    /// <summary>More would keep Excel from opening the sheet in reasonable time; the colour and the report tell of the others.</summary>
    public const int Most = 20_000;

    private const string AndMore = "\n（问题较多，此后的单元格只标颜色，原因见导入报告。）";

    /// <returns>The relationship of the drawing that shows them, where the sheet does not name one yet; else null.</returns>
    public static string? Write(WorksheetPart sheet, IReadOnlyList<Mark> marks)
    {
        var part = sheet.WorksheetCommentsPart ?? sheet.AddNewPart<WorksheetCommentsPart>();
        var comments = part.RootElement as Comments ?? (part.Comments = new Comments());
        var authors = comments.Authors ??= new Authors();
        var list = comments.CommentList ??= new CommentList();
        var standing = list.Elements<Comment>().Where(comment => comment.Reference?.Value is not null)
            .GroupBy(comment => comment.Reference!.Value!).ToDictionary(group => group.Key, group => group.First());
        var author = IndexOf(authors);
        var drawn = new List<Mark>();
        for (var at = 0; at < Math.Min(marks.Count, Most); at++)
        {
            var mark = at == Most - 1 && marks.Count > Most ? marks[at] with { Text = marks[at].Text + AndMore } : marks[at];
            var address = CellAddress.Of(mark.Row, mark.Column);
            if (standing.TryGetValue(address, out var comment))
            {
                (comment.CommentText ??= new CommentText()).Append(RunOf("\n" + mark.Text));
                continue;
            }
            list.Append(new Comment(new CommentText(RunOf(mark.Text))) { Reference = address, AuthorId = author });
            drawn.Add(mark);
        }
        part.Comments!.Save();
        return CommentDrawing.Write(sheet, drawn);
    }

    private static uint IndexOf(Authors authors)
    {
        var names = authors.Elements<Author>().Select(author => author.Text).ToList();
        if (!names.Contains(Author))
            authors.Append(new Author(Author));
        return (uint)(names.IndexOf(Author) is var at and >= 0 ? at : names.Count);
    }

    private static Run RunOf(string text) => new(
        new RunProperties(new FontSize { Val = 10 }, new RunFont { Val = "微软雅黑" }, new RunPropertyCharSet { Val = 134 }),
        new Text(CellXmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
}

using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Sealing;
using Jiedui.Tests.Kit;
using Workbook = Jiedui.Flow.Intake.Workbooks.Workbook;

namespace Jiedui.Tests.Flow.Outputs.Workbooks;

public sealed class MarkedCopyTests : IDisposable
{
    private const string Roster = "03 劳动力摸排名册.xlsx";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Only_the_faulty_cells_of_a_roster_change()
    {
        var original = Case.Ledger(Roster);
        var sheet = "二组";
        var copy = Write(original, Roster, sheet, Blocks("D100"), Warns("D100"), Warns("E5000"), Blocks("AZ7"), Blocks("B20000"), Informs("C9"))!;
        Assert.Equal("03 劳动力摸排名册（需修改）.xlsx", Path.GetFileName(copy));
        Assert.Equal(Cells(original), Cells(copy));
        Valid.Workbook(copy, original);
        Assert.Equal(["AZ7", "D100", "E5000", "B20000"], Comments(copy).Keys);
        Assert.Equal("结对: 【需修改】D100 有错\n请改正。\n【请核对】D100 可疑\n请核对。", Comments(copy)["D100"]);
        Assert.Equal(("FFFFC7CE", "FFFFE699", "FFFFC7CE"), (FillOf(copy, sheet, "D100"), FillOf(copy, sheet, "E5000"), FillOf(copy, sheet, "AZ7")));
        Assert.Null(FillOf(copy, sheet, "D101"));
    }

    [Fact]
    public void Marking_a_marked_copy_keeps_its_comments()
    {
        var first = Write(Case.Ledger(Roster), Roster, "二组", Blocks("D100"))!;
        var second = Write(first, "再次.xlsx", "二组", Warns("D100"), Blocks("D101"))!;
        Valid.Workbook(second, Case.Ledger(Roster));
        Assert.Equal("结对: 【需修改】D100 有错\n请改正。\n【请核对】D100 可疑\n请核对。", Comments(second)["D100"]);
        Assert.Equal(["D100", "D101"], Comments(second).Keys);
    }

    [Fact]
    public void A_csv_comes_back_as_a_workbook()
    {
        var path = folder.Write("订单.csv", Encoding.UTF8.GetBytes("日期,金额,编号\r\n2020-05-01,=1+1,012345678901234567\r\n"));
        var copy = Write(path, "订单.csv", "订单", Blocks("B2"))!;
        Assert.EndsWith("订单（需修改）.xlsx", copy, StringComparison.Ordinal);
        Valid.Workbook(copy);
        Assert.Equal(Cells(path), Cells(copy));
        Assert.Single(Comments(copy));
    }

    [Fact]
    public void An_old_workbook_comes_back_as_a_new_one()
    {
        var path = Case.Ledger("06 成效台账.xls");
        using var workbook = Workbook.Open(path);
        var copy = Write(path, "06 成效台账.xls", workbook.Sheets[0].Name, Warns("B3"))!;
        Valid.Workbook(copy);
        Assert.Equal(Cells(path), Cells(copy));
    }

    [Fact]
    public void A_mark_within_a_merged_range_shows_in_its_first_cell()
    {
        var path = new Xlsx { SharesStrings = true }.Sheet("表", [["甲", "乙"], ["丙", null]], ["A1:A2"]).Save(folder.Path);
        Assert.Equal(["A1"], Comments(Write(path, "表.xlsx", "表", Blocks("A2"))!).Keys);
    }

    [Fact]
    public void Other_parts_keep_their_bytes()
    {
        var copy = Write(Case.Ledger(Roster), Roster, "二组", Blocks("D100"))!;
        using var before = ZipFile.OpenRead(Case.Ledger(Roster));
        using var after = ZipFile.OpenRead(copy);
        string[] touched = ["[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"];
        Assert.All(before.Entries.Where(part => !touched.Contains(part.FullName)), part => Assert.Equal(Bytes(part), Bytes(after.GetEntry(part.FullName)!)));
    }

    [Fact]
    public void What_only_informs_marks_nothing()
    {
        Assert.Null(Write(Case.Ledger(Roster), Roster, "二组", Informs("A1")));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private string? Write(string path, string name, string sheet, params Finding[] findings)
    {
        using var copy = MarkedCopy.Of(() => File.OpenRead(path), name, new Dictionary<string, IReadOnlyList<Finding>> { [sheet] = findings }, Suite.Aes);
        return copy?.SaveIn(Path.Combine(folder.Path, "退回"));
    }

    private static Finding Blocks(string cell) => new(cell, "", "test", Severity.Blocks, $"{cell} 有错", "请改正", "");

    private static Finding Warns(string cell) => new(cell, "", "test", Severity.Warns, $"{cell} 可疑", "请核对", "");

    private static Finding Informs(string cell) => new(cell, "", "test", Severity.Informs, "告知", "", "");

    private static byte[] Bytes(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static List<string> Cells(string path)
    {
        using var workbook = Workbook.Open(path);
        return [.. workbook.Sheets.SelectMany(sheet => sheet.Rows().SelectMany(row => row.Cells.Select(cell => $"{sheet.Name} {row.Number} {cell}")))];
    }

    private static Dictionary<string, string> Comments(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var part = document.WorkbookPart!.WorksheetParts.Single(sheet => sheet.WorksheetCommentsPart is not null).WorksheetCommentsPart!;
        var authors = part.Comments!.Authors!.Elements<Author>().ToList();
        return part.Comments.CommentList!.Elements<Comment>().ToDictionary(
            comment => comment.Reference!.Value!, comment => $"{authors[(int)comment.AuthorId!.Value].Text}: {string.Concat(comment.Descendants<Text>().Select(text => text.Text))}");
    }

    private static string? FillOf(string path, string sheet, string address)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart!;
        var id = book.Workbook!.Descendants<Sheet>().Single(one => one.Name == sheet).Id!.Value!;
        var cell = ((WorksheetPart)book.GetPartById(id)).Worksheet!.Descendants<Cell>().First(one => one.CellReference == address);
        var styles = book.WorkbookStylesPart!.Stylesheet!;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        return styles.Fills!.Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0)).PatternFill!.ForegroundColor?.Rgb?.Value;
    }
}

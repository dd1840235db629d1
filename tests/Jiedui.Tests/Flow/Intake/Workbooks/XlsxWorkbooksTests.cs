using System.Text;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

public class XlsxWorkbooksTests : WorkbooksTest
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("0%", "0.06", "6%")]
    [InlineData("0.00%", "0.0601", "6.01%")]
    [InlineData("yyyy\"年\"m\"月\"", "43952", "2020-05")]
    [InlineData("yyyy\"年\"m\"月\"", "43959", "43959")]
    public void A_number_is_read_as_its_format_shows_it(string format, string number, string text)
    {
        var xlsx = new Xlsx();
        var style = xlsx.Style(format);
        var row = RowsOf(xlsx.SheetRows("一", $"<row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>{number}</v></c></row>"))[0];
        Assert.Equal(text, row.Cells[0].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Strings_numbers_flags_and_dates_keep_their_kind(bool shared)
    {
        var row = RowsOf(new Xlsx { SharesStrings = shared }.Sheet("一", [["姓名", 14063094283, 6.19921199001E+17, 0.1, true, new DateTime(2020, 5, 8)]]))[0];
        Assert.Equal(["姓名", "14063094283", "6.19921199001E+17", "0.1", "是", "43959"], row.Cells.Select(cell => cell.Text));
        Assert.Equal([RawKind.Text, RawKind.Number, RawKind.Number, RawKind.Number, RawKind.Flag, RawKind.DateSerial], row.Cells.Select(cell => cell.Kind));
    }

    /// <summary>Found by the fuzzer: nothing stood where an empty string, the first of all, was to be kept.</summary>
    [Fact]
    public void The_first_shared_string_may_be_empty() => Assert.Equal("1: B=姓名", Shown(RowsOf(new Xlsx().Sheet("一", [["", "姓名"]]))));

    [Fact]
    public void A_1904_workbook_gives_the_same_dates()
    {
        var day = new DateTime(2020, 5, 8);
        Assert.Equal(43959, RowsOf(new Xlsx { Is1904 = true }.Sheet("一", [[day]]))[0].Cells[0].Number);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"", true)]
    [InlineData("[$-804]aaaa;@", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("#,##0.00\"days\"", false)]
    [InlineData("[Red]0.00", false)]
    [InlineData("General", false)]
    [InlineData("0年", false)]
    [InlineData("0\\m", false)]
    [InlineData("_-* #,##0_d", false)]
    public void A_format_tells_whether_a_number_is_a_date(string format, bool isDate)
    {
        var xlsx = new Xlsx();
        var style = xlsx.Style(format);
        var cell = RowsOf(xlsx.Sheet("一", [[new Xlsx.RawXml($"<c r=\"A1\" s=\"{style}\"><v>5</v></c>")]]))[0].Cells[0];
        Assert.Equal(isDate ? RawKind.DateSerial : RawKind.Number, cell.Kind);
    }

    [Fact]
    public void Rich_text_is_joined_and_pronunciation_left_out()
    {
        var xlsx = new Xlsx().SheetRows("一", "<row><c t=\"s\"><v>0</v></c></row>")
            .Part("xl/sharedStrings.xml", $"<x:sst xmlns:x=\"{Main}\"><x:si><x:r><x:t>丹</x:t></x:r><x:r><x:t>凤&amp;</x:t></x:r><x:rPh><x:t>dan</x:t></x:rPh></x:si></x:sst>");
        Assert.Equal("1: A=丹凤&", Shown(RowsOf(xlsx)));
    }

    [Fact]
    public void Escapes_are_read_and_dangerous_ones_left_visible()
    {
        var xlsx = new Xlsx().Sheet("一", [["a_x000D_b", "_x005F_x000D_", "_x0000_", "_x12", "_x4E00_"]]);
        Assert.Equal("1: A=a\rb B=_x000D_ C=_x0000_ D=_x12 E=一", Shown(RowsOf(xlsx)));
    }

    [Fact]
    public void Missing_addresses_follow_the_one_before()
    {
        var xlsx = new Xlsx().SheetRows("一", "<row xmlns:r=\"u\"><c xmlns:r=\"u\"><v>1</v></c></row><row r=\"5\"><c r=\"C5\"><v>2</v></c><c><v>3</v></c></row><row><c r=\"B6\"/><c t=\"str\"><f>A1</f><v>甲</v></c></row>");
        Assert.Equal("1: A=1\n5: C=2 D=3\n6: C=甲", Shown(RowsOf(xlsx)));
    }

    [Fact]
    public void Errors_iso_dates_and_formulas_without_a_result()
    {
        var row = RowsOf(new Xlsx().SheetRows("一", "<row><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2020-05-08</v></c><c><f>A1+1</f></c><c><f>1+1</f><v>2</v></c></row>"))[0];
        Assert.Equal([(0, RawKind.Error, "#N/A"), (1, RawKind.DateSerial, "43959"), (3, RawKind.Number, "2")], row.Cells.Select(cell => (cell.Column, cell.Kind, cell.Text)));
    }

    [Fact]
    public void Prefixes_the_strict_namespace_and_utf16_change_nothing()
    {
        var sheet = "<?xml version=\"1.0\" encoding=\"utf-16\"?><x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>男</x:t></x:is></x:c></x:row></x:sheetData>"
            + "<x:mergeCells><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>";
        var path = new Xlsx().Sheet("一", []).Part("xl/worksheets/sheet1.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(sheet)]).Save(Folder.Path);
        using var workbook = Workbook.Open(path);
        Assert.Equal([new CellRange(1, 0, 2, 1)], workbook.Sheets[0].Merges);
        Assert.Equal("1: A=男", Shown(workbook.Sheets[0].Rows()));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(60_000)]
    public void Merges_are_known_before_the_rows(int rows)
    {
        var filled = Enumerable.Range(0, rows).Select(at => new object?[] { "</sheetData>", at });
        using var workbook = Workbook.Open(new Xlsx { SharesStrings = false }.Sheet("一", filled, ["A1:C1", "D4:D2"]).Save(Folder.Path));
        Assert.Equal([new CellRange(1, 0, 1, 2), new CellRange(2, 3, 4, 3)], workbook.Sheets[0].Merges);
    }

    [Fact]
    public void Sheets_come_in_order_and_hidden_ones_say_so()
    {
        using var workbook = Workbook.Open(new Xlsx().Sheet("二月", []).Sheet("底稿", [["x"]], state: "veryHidden").Sheet("一月", []).Save(Folder.Path));
        Assert.Equal([("二月", false), ("底稿", true), ("一月", false)], workbook.Sheets.Select(sheet => (sheet.Name, sheet.IsHidden)));
    }
}

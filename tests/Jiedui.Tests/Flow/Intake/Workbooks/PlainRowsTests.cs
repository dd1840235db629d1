using System.IO.Compression;
using System.Text;
using CsCheck;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Tests.Hostile.Fuzzing;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

/// <summary>
/// A sheet is read as plain bytes where it can be, and as XML where it cannot. A comment before its rows, which says nothing, makes any sheet one that cannot: what
/// comes out must be the same.
/// </summary>
public class PlainRowsTests : WorkbooksTest
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Cells =
    [
        "<c r=\"{0}\"><v>1</v></c>", "<c r=\"{0}\" t=\"n\"><v>-1.5E3</v></c>", "<c r=\"{0}\" s=\"1\"><v>43959</v></c>", "<c r=\"{0}\" t=\"s\"><v>0</v></c>",
        "<c r=\"{0}\" t=\"s\"><v>1</v></c>", "<c r=\"{0}\" t=\"s\"><v> 1 </v></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>丹凤县</t></is></c>", "<c r=\"{0}\"/>", "<c r=\"{0}\"></c>",
        "<c r=\"{0}\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 棣花 &amp; &lt;镇&gt; </t></is></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>a_x000D_b _x4E00_]</t></is></c>",
        "<c r=\"{0}\" t=\"str\"><f>A1&amp;\"x\"</f><v>甲</v></c>", "<c r=\"{0}\"><f t=\"shared\" si=\"0\"/><v>7</v></c>", "<c r=\"{0}\" t=\"b\"><v>1</v></c>", "<c r=\"{0}\" t=\"e\"><v>#N/A</v></c>",
        "<c r=\"{0}\" t=\"d\"><v>2020-05-08</v></c>", "<c r=\"{0}\"><v/></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t/></is></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>  </t></is></c>",
    ];

    private static readonly string[] OddCells =
    [
        "<c><v>2</v></c>", "<c r='{0}'><v>2</v></c>", "<c  r=\"{0}\" ><v >2</v></c >", "<c r=\"{0}\"><v>&#50;</v></c>", "<c r=\"{0}\"><!-- x --><v>2</v></c>", "<c r=\"{0}\"><v><![CDATA[2]]></v></c>",
        "<c r=\"{0}\" t=\"inlineStr\"><is><r><t>丹</t></r><r><t>凤</t></r><rPh><t>dan</t></rPh></is></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>一\r\n二\r</t></is></c>", "<c t=\"s\" r=\"{0}\"><v>9</v></c>",
        "<c r=\"{0}\"><v>2</v><v>3</v></c>", "<c r=\"{0}\" cm=\"1\"><v>2</v></c>", "<c r=\"{0}\" s=\"+1\"><v>2</v></c>", "<c r=\"{0}\" s=\"x\"><v>2</v></c>", "<c r=\"{0}\"><v>2</v><extLst/></c>", "<x/>",
        "<c r=\"{0}\" t=\"q\"><v>2</v></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>]]&gt;</t></is></c>", "<c r=\"A1\"><v>2</v></c>", "<c r=\"{0}\"><v>\t2\n</v></c>",
    ];

    private static readonly string[] BrokenCells =
    [
        "<c r=\"{0}\" r=\"{0}\"><v>2</v></c>", "<c r=\"{0}\"><v>2</v>", "<c r=\"{0}\"><v>&nbsp;</v></c>", "<c r=\"{0}\"><v>a & b</v></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>]]></t></is></c>",
        "<c r=\"{0}\" t=\"inlineStr\"><is><t>\u0001</t></is></c>", "<c r=\"{0}\" t=\"inlineStr\"><is><t>\uFFFE</t></is></c>", "<c r=\"{0}\"><w>2</v></c>", "<c r=\"{0}\" p:q=\"1\"><v>2</v></c>", "<c r=\"{0}\"t=\"n\"><v>2</v></c>",
    ];

    private static readonly string[] RowTags =
    [
        "<row r=\"{0}\">", "<row r=\"{0}\" spans=\"1:16\" ht=\"15\" customHeight=\"1\" x14ac:dyDescent=\"0.2\">", "<row r=\"{0}\" s=\"1\" customFormat=\"1\" hidden=\"1\">", "<row>", "<row  r=\"{0}\">", "<row r='{0}'>",
        "<row r=\"{0}\" spans=\"1:16\" new=\"1\">",
    ];

    private static readonly string[] Heads =
    [
        "", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n", "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version=\"1.0\" encoding=\"GB18030\"?>", "<!DOCTYPE worksheet>",
    ];

    private static readonly string[] Tails = ["", "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>", "<!-- x -->", "<sheetData><row><c><v>8</v></c></row></sheetData>", "<a>", "<extLst>x</extLst>"];

    [Fact]
    public void Every_workbook_of_the_corpus_reads_the_same_as_xml()
    {
        foreach (var (name, bytes) in Corpus.All.Where(file => file.Name.EndsWith(".xlsx", StringComparison.Ordinal)))
            Same(Folder.Write($"{Guid.NewGuid():N}.xlsx", bytes), name);
    }

    [Fact]
    public void Ordinary_rows_odd_rows_and_broken_rows_read_the_same_as_xml() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var random = new Random(seed);
            var xml = Sheet(random, odd: random.Next(3) == 0 ? 8 : 0, broken: random.Next(4) == 0 ? 4 : 0);
            Same(new Xlsx().Sheet("一", [["甲", "乙"]]).Part("xl/worksheets/sheet1.xml", xml).Save(Folder.Path, $"{Guid.NewGuid():N}.xlsx"), xml);
        },
        iter: 400, threads: 1);

    [Fact]
    public void A_row_longer_than_the_first_buffer_and_an_odd_cell_far_behind_it_read_the_same_as_xml()
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 3000; row++)
            rows.Append(null, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>{new string('县', row % 700)}</t></is></c>{(row == 2900 ? "<c><v>&#50;</v></c>" : "")}</row>");
        rows.Append(null, $"<row r=\"3001\">{string.Concat(Enumerable.Range(0, 16).Select(column => $"<c r=\"{(char)('A' + column)}3001\" t=\"inlineStr\"><is><t>{new string('镇', 30_000)}</t></is></c>"))}</row>");
        Same(new Xlsx().SheetRows("一", rows.ToString()).Save(Folder.Path, "长.xlsx"), "long");
    }

    [Fact]
    public void Values_of_the_same_bytes_are_told_apart_by_type_and_format_however_often_they_come()
    {
        string[] alike =
        [
            "<c r=\"A{0}\"><v>1</v></c>", "<c r=\"A{0}\" s=\"1\"><v>1</v></c>", "<c r=\"A{0}\" t=\"n\"><v>1</v></c>", "<c r=\"A{0}\" t=\"s\"><v>1</v></c>", "<c r=\"A{0}\" t=\"str\"><v>1</v></c>",
            "<c r=\"A{0}\" t=\"b\"><v>1</v></c>", "<c r=\"A{0}\" t=\"e\"><v>1</v></c>", "<c r=\"A{0}\" t=\"inlineStr\"><is><t>1</t></is></c>", "<c r=\"A{0}\"><is><t>1</t></is></c>", "<c r=\"A{0}\" t=\"s\"><is><t>1</t></is></c>",
        ];
        var random = new Random(7);
        var rows = new StringBuilder();
        // Behind a column in which nothing comes again, as long as it takes to give that one up.
        for (var row = 1; row <= 6000; row++)
            rows.Append(null, $"<row r=\"{row}\">{string.Format(null, alike[random.Next(alike.Length)], row)}<c r=\"B{row}\" t=\"inlineStr\"><is><t>{random.Next()}</t></is></c></row>");
        var xml = $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>";
        Same(new Xlsx().Sheet("一", [["甲", "乙"]]).Part("xl/worksheets/sheet1.xml", xml).Save(Folder.Path, "同.xlsx"), "alike");
    }

    private static string Sheet(Random random, int odd, int broken)
    {
        var number = 0;
        var rows = new StringBuilder();
        for (var at = random.Next(12); at > 0; at--)
        {
            number += random.Next(8) == 0 ? random.Next(-1, 5) : 1;
            var tag = odd > 0 ? RowTags[random.Next(RowTags.Length)] : RowTags[random.Next(3)];
            rows.Append(string.Format(null, tag, number));
            var column = 0;
            for (var cells = random.Next(6); cells > 0; cells--, column += random.Next(3))
            {
                var from = random.Next(100) < odd ? OddCells : random.Next(100) < broken ? BrokenCells : Cells;
                rows.Append(random.Next(20) == 0 ? "\n" : "").Append(string.Format(null, from[random.Next(from.Length)], $"{(char)('A' + Math.Min(column, 25))}{number}"));
            }
            rows.Append("</row>").Append(random.Next(9) == 0 ? $"<row r=\"{++number}\"/>" : "");
        }
        var head = odd > 0 ? Heads[random.Next(Heads.Length)] : Heads[random.Next(3)];
        var tail = odd + broken > 0 ? Tails[random.Next(Tails.Length)] : Tails[random.Next(2)];
        return $"{head}<worksheet xmlns=\"{Main}\" xmlns:x14ac=\"urn:x\"><sheetViews/><sheetData>{rows}</sheetData>{tail}</worksheet>";
    }

    private void Same(string path, string about)
    {
        var (plain, fault) = Read(path);
        var (xml, other) = Read(Commented(path));
        Assert.True(plain == xml && fault == other, $"{about}\nplain: {plain} {fault}\nXML: {xml} {other}");
    }

    private static (string Rows, string? Fault) Read(string path)
    {
        var rows = new StringBuilder();
        try
        {
            using var workbook = Workbook.Open(path);
            foreach (var sheet in workbook.Sheets)
            {
                foreach (var row in sheet.Rows())
                    rows.Append(sheet.Name).Append(' ').Append(row.Number).Append(": ").AppendJoin(' ', row.Cells.Select(cell => $"{cell}")).Append('\n');
            }
            return (rows.ToString(), null);
        }
        catch (UnreadableFileException fault)
        {
            return (rows.ToString(), fault.Code);
        }
    }

    private static string Commented(string path)
    {
        var copy = Path.ChangeExtension(path, ".odd.xlsx");
        File.Copy(path, copy);
        using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray()).Replace("<sheetData>", "<!-- --><sheetData>", StringComparison.Ordinal);
            stream.SetLength(0);
            stream.Write(Encoding.Latin1.GetBytes(text));
        }
        return copy;
    }
}

using System.IO.Compression;
using System.Text;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

public class HostileWorkbooksTests : WorkbooksTest
{
    [Fact]
    public void Other_files_are_named_for_what_they_are()
    {
        Refused(Folder.Write("空.xlsx", []), "file.empty");
        Assert.Contains("PDF", Refused(Folder.Write("a.xlsx", "%PDF-1.7"u8.ToArray()), "file.type").Message, StringComparison.Ordinal);
        Assert.Contains("PNG", Refused(Folder.Write("b.xls", [0x89, 0x50, 0x4E, 0x47, 0, 0]), "file.type").Message, StringComparison.Ordinal);
        Assert.Contains("网页", Refused(Folder.Write("c.xls", "<html><table>"u8.ToArray()), "file.type").Message, StringComparison.Ordinal);
        Assert.Contains("docx", Refused(Zip("d.xlsx", "word/document.xml"), "file.type").Message, StringComparison.Ordinal);
        Assert.Contains("ods", Refused(Zip("e.xlsx", "content.xml"), "file.type").Message, StringComparison.Ordinal);
        Assert.Contains("xlsb", Refused(Zip("f.xlsx", "xl/workbook.bin"), "file.type").Message, StringComparison.Ordinal);
        Refused(Zip("g.xlsx", "x.txt"), "file.type");
    }

    [Fact]
    public void A_file_that_breaks_off_is_said_to()
    {
        foreach (var ledger in new[] { "03 劳动力摸排名册.xlsx", "06 成效台账.xls" })
        {
            var whole = File.ReadAllBytes(Case.Ledger(ledger));
            var path = Folder.Write(ledger, whole[..(whole.Length / 2)]);
            var refusal = Assert.Throws<Jiedui.Flow.Intake.Workbooks.UnreadableFileException>(() => ReadAll(path));
            Assert.Contains(refusal.Code, new[] { "file.truncated", "file.damaged" });
        }
    }

    [Fact]
    public void A_password_is_asked_to_be_removed()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016], .. Encoding.Unicode.GetBytes("EncryptedPackage\0"), .. new byte[2000]];
        Assert.Contains("密码", Refused(Folder.Write("密.xlsx", compound), "file.encrypted").Remedy, StringComparison.Ordinal);
    }

    /// <summary>The reading library would reserve gigabytes for sectors of 2^31 bytes.</summary>
    [Fact]
    public void Sectors_of_impossible_size_are_refused()
    {
        var book = File.ReadAllBytes(Case.Ledger("06 成效台账.xls"));
        book[30] = book[31] = 0xFF;
        Refused(Folder.Write("b.xls", book), "file.damaged");
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public void A_doctype_is_refused_in_any_part(string part)
    {
        var secret = Folder.Write("secret", "x"u8.ToArray());
        var path = new Xlsx().Sheet("一", [["a"]]).Part(part, $"<!DOCTYPE a [<!ENTITY e SYSTEM \"file://{secret}\">]><a>&e;</a>").Save(Folder.Path);
        Refused(path, "file.dtd");
    }

    [Fact]
    public void Bombs_are_stopped()
    {
        var blanks = new byte[80 << 20];
        Array.Fill(blanks, (byte)' ');
        for (var at = 0; at < blanks.Length; at += 1 << 20)
            "<a/>"u8.CopyTo(blanks.AsSpan(at));
        "<worksheet>"u8.CopyTo(blanks);
        Refused(new Xlsx().Sheet("一", []).Part("xl/worksheets/sheet1.xml", blanks).Save(Folder.Path, "大.xlsx"), "file.bomb");
        var many = Path.Combine(Folder.Path, "多.xlsx");
        using (var zip = new ZipArchive(File.Create(many), ZipArchiveMode.Create))
        {
            for (var at = 0; at < 11_000; at++)
                zip.CreateEntry($"x{at}");
        }
        Refused(many, "file.bomb");
        Refused(new Xlsx().SheetRows("一", Nested(200)).Save(Folder.Path), "file.damaged");
    }

    [Fact]
    public void A_cell_too_long_is_named()
    {
        foreach (var shared in new[] { true, false })
        {
            Assert.Equal(65_536, RowsOf(new Xlsx { SharesStrings = shared }.Sheet("一", [["a", new string('长', 65_536)]]))[0].Cells[1].Text.Length);
            var path = new Xlsx { SharesStrings = shared }.Sheet("一", [["a", new string('长', 65_530) + "_x000D__x000D_"], ["b"]]).Save(Folder.Path);
            Assert.Contains("B1", Refused(path, "file.cell-too-long").Message, StringComparison.Ordinal);
            Refused(new Xlsx { SharesStrings = shared }.Sheet("一", [[new string('长', 1 << 20)], ["b"]]).Save(Folder.Path), "file.cell-too-long");
        }
    }

    [Fact]
    public void Relations_out_of_the_package_are_not_followed()
    {
        var outside = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"{0}\"/></Relationships>";
        foreach (var target in new[] { "../../../etc/passwd", "file:///etc/passwd", "http://example.org/a.xml", "nothing.xml" })
        {
            var path = new Xlsx().Sheet("一", [["a"]]).Part("xl/_rels/workbook.xml.rels", outside.Replace("{0}", target, StringComparison.Ordinal)).Save(Folder.Path);
            Assert.Contains("一", Refused(path, "file.missing-part").Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<row r=\"5\"/><row r=\"4\"/>", "file.damaged")]
    [InlineData("<row r=\"1048577\"/>", "file.damaged")]
    [InlineData("<row r=\"1\"><c r=\"B2\"/></row>", "file.damaged")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "file.damaged")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"/></row>", "file.too-many-columns")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>", "file.damaged")]
    [InlineData("<row r=\"1\"><c>", "file.damaged")]
    public void Rows_that_cannot_be_trusted_are_refused(string rows, string code) => Refused(new Xlsx().SheetRows("一", rows).Save(Folder.Path), code);

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

    private string Zip(string file, string part)
    {
        var path = Path.Combine(Folder.Path, file);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        zip.CreateEntry(part);
        return path;
    }
}

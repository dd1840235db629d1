using System.Text;

namespace Jiedui.Tests.Flow.Intake.Workbooks;

public class CsvWorkbooksTests : WorkbooksTest
{
    static CsvWorkbooksTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void A_character_across_a_chunk_stays_whole(string encoding)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var text = "姓名,性别\n" + new string('x', 40_000 + shift) + ",y\n" + string.Concat(Enumerable.Repeat("男,女\n", 40_000));
            var rows = RowsOf(Folder.Write("名册.csv", Encoding.GetEncoding(encoding).GetBytes(text)));
            Assert.Equal(40_002, rows.Count);
            Assert.All(rows.Skip(2), row => Assert.Equal(["男", "女"], row.Cells.Select(cell => cell.Text)));
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_no_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal("1: A=姓名 B=电话", Shown(RowsOf(Folder.Write("a.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("姓名,电话\r\n")]))));
    }

    [Theory]
    [InlineData("甲;乙\n1,5;2\n3;4\n", "1: A=甲 B=乙\n2: A=1,5 B=2\n3: A=3 B=4")]
    [InlineData("甲\t乙\n1\t2\n", "1: A=甲 B=乙\n2: A=1 B=2")]
    [InlineData("甲,\"乙;;;;\"\n", "1: A=甲 B=乙;;;;")]
    public void The_separator_is_found(string text, string shown) => Assert.Equal(shown, Shown(RowsOf(Folder.Write("a.csv", Encoding.UTF8.GetBytes(text)))));

    [Fact]
    public void Rows_are_numbered_as_excel_shows_them()
    {
        var path = Folder.Write("a.csv", Encoding.UTF8.GetBytes("题\n\n甲,\"第一行\n\"\"第二行\"\"\",,丁\n,,\n末,5\"\n"));
        Assert.Equal("1: A=题\n3: A=甲 B=第一行\n\"第二行\" D=丁\n5: A=末 B=5\"", Shown(RowsOf(path)));
    }

    [Fact]
    public void Broken_text_is_refused()
    {
        Assert.Contains("第 2 行", Refused(Folder.Write("a.csv", "a,b\nc,\"d\n"u8.ToArray()), "file.quoting").Message, StringComparison.Ordinal);
        Refused(Folder.Write("b.csv", "姓名,男"u8[..^1].ToArray()), "file.truncated");
        Refused(Folder.Write("c.csv", [(byte)'a', 0xFF, 0xFF, (byte)'b']), "file.encoding");
        Refused(Folder.Write("d.csv", [.. Enumerable.Repeat((byte)',', 20_000)]), "file.too-many-columns");
        Assert.Contains("B1", Refused(Folder.Write("e.csv", [(byte)'a', (byte)',', .. Enumerable.Repeat((byte)'b', 70_000)]), "file.cell-too-long").Message, StringComparison.Ordinal);
        Refused(Folder.Write("f.csv", [.. Enumerable.Repeat((byte)'b', 9 << 20)]), "file.damaged");
        var rows = Encoding.UTF8.GetBytes("姓名,性别\n" + string.Concat(Enumerable.Repeat("x,女\n", 20_000)) + "男");
        Refused(Folder.Write("h.csv", rows[..^1]), "file.truncated");
        Refused(Folder.Write("i.csv", rows[..^2]), "file.truncated");
        Refused(Folder.Write("j.csv", [.. "a,b\nc,"u8, 0xFF]), "file.encoding");
        Refused(Folder.Write("g.csv", [.. Enumerable.Repeat((byte)'b', 1000), 0]), "file.type");
    }
}

using System.Text;
using Jiedui.Flow.Importing;
using Jiedui.Tests.EveryLedger;
using Jiedui.Tests.Kit;

namespace Jiedui.Tests.Flow.Importing;

public sealed class HostileFilesTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Installation office = Installation.WithCaseUnits();

    public void Dispose() => office.Dispose();

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused(Write("空.xlsx", []));

    [Fact]
    public void A_file_of_another_kind_is_refused() => AssertRefused(Write("照片.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[5000]]));

    [Fact]
    public void A_truncated_workbook_is_refused()
    {
        var whole = File.ReadAllBytes(Case.Ledger("05 三项扶持台账.xlsx"));
        foreach (var part in new[] { 0.1, 0.5, 0.9, 0.99 })
            AssertRefused(Write($"断{part}.xlsx", whole[..(int)(whole.Length * part)]));
    }

    [Fact]
    public void A_zip_bomb_is_refused() => AssertRefused(new Xlsx().SheetXml("炸弹", writer =>
    {
        writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>");
        var zeros = new string('0', 1 << 20);
        for (var megabyte = 0; megabyte < 700; megabyte++)
            writer.Write(zeros);
        writer.Write("</t></is></c></row></sheetData></worksheet>");
    }).Save(office.Folder));

    [Fact]
    public void An_entity_that_would_read_a_file_is_refused()
    {
        var secret = Write("秘密.txt", Encoding.UTF8.GetBytes("绝密内容"));
        var report = AssertRefused(new Xlsx().SheetXml("甲", writer => writer.Write(
            $"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file://{secret}\">]><worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>"))
            .Save(office.Folder));
        Assert.DoesNotContain("绝密", report.Files[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_a_megabyte_comes_back_or_is_refused_whole() => AssertRefused(
        new Xlsx { SharesStrings = false }.Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数"], [new string('长', 1 << 20), "第一期", "2020-05-01", 30]]).Save(office.Folder));

    [Fact]
    public void A_sheet_without_a_known_header_is_told_and_stores_nothing()
    {
        var before = office.Contents();
        var report = office.Import(new Xlsx().Sheet("随便", [["甲", "乙", "丙"], ["1", "2", "3"]]).Save(office.Folder));
        Assert.NotEqual(0, report.ExitCode);
        var sheet = report.Files.Single().Sheets.Single();
        Assert.Null(sheet.Ledger);
        Assert.Contains(sheet.Findings, finding => finding.Message.Contains("随便", StringComparison.Ordinal) && finding.Remedy.Length > 0);
        Assert.Equal(2, sheet.Rows);
        Assert.Equal(PostingsOf(before), PostingsOf(office.Contents()));
    }

    [Fact]
    public void A_million_blank_rows_are_no_rows()
    {
        var rows = new object?[]?[] { ["名称", "期次", "开始日期", "学生人数"], ["研学", "第一期", "2020-05-01", 30] }
            .Concat(Enumerable.Range(0, 1_000_000).Select(_ => (object?[]?)[]));
        var sheet = office.Import(new Xlsx().Sheet("研学活动", rows).Save(office.Folder)).Files.Single().Sheets.Single();
        Assert.Equal((2, 1), (sheet.Rows, sheet.Accepted));
    }

    [Fact]
    public void Two_thousand_columns_are_read_or_refused_with_a_reason()
    {
        object?[] more = [.. Enumerable.Range(0, 2000).Select(number => $"多余{number}")];
        var report = office.Import(new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数", .. more], ["研学", "第一期", "2020-05-01", 30, .. more]]).Save(office.Folder));
        if (report.ExitCode == 0)
        {
            Assert.Equal(2000, Assert.Single(office.Records("talent.study_tours")).Row.Extras.Count);
            return;
        }
        Assert.Empty(office.Records("talent.study_tours"));
        var told = report.Files.Single().Refusal ?? report.Files.Single().Sheets.Single().Findings.First(finding => finding.Severity == Jiedui.Declaring.Severity.Blocks);
        Assert.True(told.Remedy.Length > 0 && told.Message.Contains("研学活动", StringComparison.Ordinal), told.ToString());
    }

    [Fact]
    public void Markup_in_a_cell_stays_text()
    {
        const string Markup = "<script>alert('x')</script> & \"&amp;\" '); DROP TABLE unit; --";
        office.Import(new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数"], [Markup, "第一期", "2020-05-01", 30]]).Save(office.Folder));
        var record = Assert.Single(office.Records("talent.study_tours"));
        Assert.Equal(Markup, record.Row[Ledgers.Of("talent.study_tours").Find("名称")!]);
        Assert.True(office.Count("unit") > 0);
    }

    [Fact]
    public void A_file_name_with_a_path_is_only_a_name()
    {
        var path = new Xlsx().Sheet("研学活动", [["名称", "期次", "开始日期", "学生人数"], ["研学", "第一期", "2020-05-01", 30]]).Save(office.Folder);
        var before = Directory.EnumerateFileSystemEntries(office.Folder, "*", SearchOption.AllDirectories).Order().ToList();
        var report = new Importer(office.Database, Jiedui.Work.Article.Catalogue).Import([ImportFile.At(path) with { Name = "../../etc/passwd.xlsx" }], new ImportOptions());
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(office.Folder, "*", SearchOption.AllDirectories).Order());
    }

    private static string PostingsOf(string contents) => contents.Split('\n').Single(line => line.StartsWith("posting ", StringComparison.Ordinal));

    private ImportReport AssertRefused(string file)
    {
        var before = office.Contents();
        var report = office.Import(file);
        var refusal = report.Files.Single().Refusal;
        Assert.NotNull(refusal);
        Assert.Contains(refusal.Message, letter => letter is >= '\u4e00' and <= '\u9fff');
        Assert.NotEmpty(refusal.Remedy);
        Assert.Equal(1, report.ExitCode);
        Assert.Equal(before, office.Contents());
        return report;
    }

    private string Write(string file, byte[] bytes)
    {
        var path = Path.Combine(office.Folder, file);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

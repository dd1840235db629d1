using System.IO.Compression;
using System.Text;

namespace Jiedui.Bench.Roster;

/// <summary>Writes a roster of any size, row by row and always the same: title, unit, header, people, total, signature, with its texts inline as in the case.</summary>
internal static class RosterWorkbook
{
    /// <summary>The place of 月工资.</summary>
    private const int Wage = 10;

    private static readonly string[] Header =
        ["序号", "姓名", "性别", "身份证号码", "联系电话", "户籍所在镇办", "行政村", "务工企业", "现务工地", "工种", "月工资（元）", "需求", "期望岗位", "期望月薪", "摸排方式", "摸排时间"];

    /// <param name="corrected">Every how manieth person has another wage than in the roster without it; 0 for none.</param>
    /// <param name="others">Whether the people stand there who were not corrected.</param>
    public static void Write(string file, int rows, int corrected = 0, bool others = true)
    {
        using var package = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        Add(package, "[Content_Types].xml", ContentTypes);
        Add(package, "_rels/.rels", Relation("officeDocument", "xl/workbook.xml"));
        Add(package, "xl/workbook.xml", Workbook);
        Add(package, "xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml"));
        using var sheet = new StreamWriter(package.CreateEntry("xl/worksheets/sheet1.xml").Open(), new UTF8Encoding(false));
        sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Row(sheet, 1, ["丹凤县在西安务工贫困劳动力转岗增收需求摸排表"]);
        Row(sheet, 2, ["摸排机构：西安某人力资源有限公司", .. new object?[14], "单位：元"]);
        Row(sheet, 3, Header);
        var at = 4;
        foreach (var row in People(rows, corrected, others))
            Row(sheet, at++, row);
        Row(sheet, at, ["合计", $"{at - 4}人"]);
        Row(sheet, at + 1, ["填表人：张某   审核人：李某   填表日期：2020年7月31日"]);
        sheet.Write("</sheetData></worksheet>");
    }

    /// <summary>The same people as separated values, as Excel saves them.</summary>
    public static void WriteCsv(string file, int rows)
    {
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(true));
        text.Write(string.Join(',', Header) + "\r\n");
        foreach (var row in People(rows, corrected: 0, others: true))
            text.Write(string.Join(',', row) + "\r\n");
    }

    /// <summary>The same people as an .xls.</summary>
    public static void WriteXls(string file, int rows) => OldWorkbook.Write(file, [Header, .. People(rows, corrected: 0, others: true)]);

    private static IEnumerable<object?[]> People(int rows, int corrected, bool others)
    {
        var random = new Random(rows);
        for (var number = 0; number < rows; number++)
        {
            var row = RosterRow.Of(number, random);
            var isCorrected = corrected > 0 && number % corrected == 0;
            if (isCorrected)
                row[Wage] = (int)row[Wage]! + 10;
            if (isCorrected || others)
                yield return row;
        }
    }

    private static void Row(StreamWriter sheet, int number, IReadOnlyList<object?> cells)
    {
        sheet.Write($"<row r=\"{number}\">");
        for (var column = 0; column < cells.Count; column++)
        {
            var address = (char)('A' + column);
            if (cells[column] is string text)
                sheet.Write($"<c r=\"{address}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            else if (cells[column] is int value)
                sheet.Write($"<c r=\"{address}{number}\" t=\"n\"><v>{value}</v></c>");
        }
        sheet.Write("</row>");
    }

    private static void Add(ZipArchive package, string name, string text)
    {
        using var part = new StreamWriter(package.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write(text);
    }

    private static string Relation(string kind, string target) =>
        $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>
        """;

    private const string Workbook =
        """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    private const string ContentTypes =
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """;
}

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>The sheets of an .xlsx as its workbook part lists them. Charts and macro sheets hold no rows and are left out.</summary>
internal static class XlsxSheets
{
    public static IReadOnlyList<Sheet> Of(XlsxPackage package)
    {
        var workbook = WorkbookPart(package);
        var relations = Relations.Of(package, workbook);
        var content = new Lazy<XlsxContent>(() => XlsxContent.Of(package, relations));
        var sheets = new List<Sheet>();
        using var reader = PartReader.Find(package, workbook) ?? throw Refusal.MissingPart(package.FileName, "工作簿目录（workbook.xml）");
        reader.NextRoot();
        var is1904 = false;
        while (reader.NextChild(0))
        {
            if (reader.Element == "workbookPr")
                is1904 = reader.Attribute("date1904") is "1" or "true";
            if (reader.Element == "sheets")
                sheets.AddRange(Listed(reader, package, relations, is1904, content));
        }
        return sheets.Count > 0 ? sheets : throw Refusal.MissingPart(package.FileName, "工作表");
    }

    private static List<XlsxSheet> Listed(
        PartReader reader, XlsxPackage package, IReadOnlyList<Relation> relations, bool is1904, Lazy<XlsxContent> content)
    {
        var sheets = new List<XlsxSheet>();
        var depth = reader.Depth;
        while (reader.NextChild(depth))
        {
            var name = EscapedText.Read(reader.Attribute("name") ?? "");
            var id = reader.Attribute("id");
            var relation = relations.FirstOrDefault(relation => relation.Id == id);
            if (relation.Part is null || (relation.Kind == "worksheet" && !package.Has(relation.Part)))
                throw Refusal.MissingPart(package.FileName, $"工作表“{name}”的内容");
            if (relation.Kind == "worksheet")
                sheets.Add(new XlsxSheet(name, isHidden: reader.Attribute("state") is "hidden" or "veryHidden", package, relation.Part, is1904, content));
        }
        return sheets;
    }

    private static string WorkbookPart(XlsxPackage package)
    {
        var main = Relations.Of(package, "").FirstOrDefault(relation => relation.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || package.Has("xl/workbook.bin"))
            throw Refusal.WrongType(package.FileName, " Excel 二进制工作簿（.xlsb）");
        if (package.Has(main) && !main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && !main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase))
            return main;
        throw WhatItReallyIs(package);
    }

    private static UnreadableFileException WhatItReallyIs(XlsxPackage package) =>
        package.HasAnyUnder("word/") ? Refusal.WrongType(package.FileName, " Word 文档（.docx）")
        : package.HasAnyUnder("ppt/") ? Refusal.WrongType(package.FileName, "演示文稿（.pptx）")
        : package.Has("content.xml") ? Refusal.WrongType(package.FileName, " OpenDocument 文件（.ods）")
        : package.HasAnyUnder("xl/") ? Refusal.MissingPart(package.FileName, "工作簿目录（workbook.xml）")
        : Refusal.WrongType(package.FileName, "压缩包（ZIP）");
}

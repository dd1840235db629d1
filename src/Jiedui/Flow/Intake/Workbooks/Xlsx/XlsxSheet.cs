namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>A sheet of an .xlsx.</summary>
internal sealed class XlsxSheet(string name, bool isHidden, XlsxPackage package, string part, bool is1904, Lazy<XlsxContent> content) : Sheet(name)
{
    private IReadOnlyList<CellRange>? merges;

    public override bool IsHidden => isHidden;

    public override IReadOnlyList<CellRange> Merges => merges ??= MergeList.Of(package, part);

    public override IEnumerable<RawRow> Rows()
    {
        using var reader = PartReader.Find(package, part) ?? throw Refusal.MissingPart(package.FileName, $"工作表“{Name}”的内容");
        var row = new RowReader(reader, content.Value, is1904, new SheetPlace(package.FileName, Name));
        reader.NextRoot();
        while (reader.NextChild(0))
        {
            if (reader.Element != "sheetData")
                continue;
            while (reader.NextChild(1))
            {
                if (reader.Element == "row" && row.Read() is { } found)
                    yield return found;
            }
        }
    }
}

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>A sheet of an .xlsx.</summary>
internal sealed class XlsxSheet(string name, bool isHidden, XlsxPackage package, string part, bool is1904, Lazy<XlsxContent> content) : Sheet(name)
{
    private IReadOnlyList<CellRange>? merges;

    public override bool IsHidden => isHidden;

    public override IReadOnlyList<CellRange> Merges => merges ??= MergeList.Of(package, part);

    /// <summary>As plain bytes as far as they are plain, and what is left as XML: from the start again, over the rows that were read.</summary>
    public override IEnumerable<RawRow> Rows()
    {
        var meaning = new CellContent(content.Value, is1904, new SheetPlace(package.FileName, Name));
        var reached = 0;
        using (var plain = new PlainRows(package, part, meaning))
        {
            while (plain.TryRead(out var row))
            {
                reached = row.Number;
                yield return row;
            }
            if (plain.IsWhole)
                yield break;
        }
        foreach (var row in AsXml(meaning).SkipWhile(row => row.Number <= reached))
            yield return row;
    }

    private IEnumerable<RawRow> AsXml(CellContent meaning)
    {
        using var reader = PartReader.Find(package, part) ?? throw Refusal.MissingPart(package.FileName, $"工作表“{Name}”的内容");
        var row = new RowReader(reader, meaning, new SheetPlace(package.FileName, Name));
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

namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>The merged ranges of a sheet. They stand behind the rows, yet a header cannot be read without them.</summary>
internal static class MergeList
{
    public static IReadOnlyList<CellRange> Of(XlsxPackage package, string part)
    {
        if (SheetOutline.Of(package, part) is { } outline)
        {
            try
            {
                using var outlined = PartReader.Over(package, part, outline);
                return Read(outlined, package.FileName, part);
            }
            catch (UnreadableFileException unusual) when (unusual.Code == "file.damaged")
            {
                // Cut at the wrong place, or truly damaged: reading all of it will tell.
            }
        }
        using var whole = PartReader.Find(package, part);
        return whole is null ? [] : Read(whole, package.FileName, part);
    }

    private static List<CellRange> Read(PartReader reader, string fileName, string part)
    {
        var merges = new List<CellRange>();
        reader.NextRoot();
        while (reader.NextChild(0))
        {
            if (reader.Element != "mergeCells")
                continue;
            while (reader.NextChild(1))
            {
                if (!CellReference.TryReadRange(reader.Attribute("ref"), out var range) || merges.Count == Limits.Merges)
                    throw Refusal.Damaged(fileName, $"部件“{part}”里的合并单元格写得不对或多得不正常");
                merges.Add(range);
            }
        }
        return merges;
    }
}

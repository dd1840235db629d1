namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>What the sheets of a workbook share: its strings, and which formats show a date. Read when the first row is asked for.</summary>
internal sealed record XlsxContent(SharedStrings Strings, CellFormats Formats)
{
    public static XlsxContent Of(XlsxPackage package, IReadOnlyList<Relation> relations)
    {
        using var strings = Reader("sharedStrings");
        using var styles = Reader("styles");
        return new XlsxContent(SharedStrings.Of(strings, package.FileName), CellFormats.Of(styles, package.FileName));

        PartReader? Reader(string kind) => relations.FirstOrDefault(relation => relation.Kind == kind).Part is { } part ? PartReader.Find(package, part) : null;
    }
}

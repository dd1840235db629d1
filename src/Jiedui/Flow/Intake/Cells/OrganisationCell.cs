using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Flow.Intake.Cells;

/// <summary>An enterprise, agency, buyer or donor: found, or added where it is new.</summary>
internal static class OrganisationCell
{
    private const int LongestName = 200;

    public static CellReading Read(OrganisationLookup organisations, RawCell cell, string text)
    {
        if (cell.Kind != RawKind.Text || !text.Any(char.IsLetter))
            return CellReading.Wrong("organisation.no-name", "这里不是一个单位名称", "请填写单位全称");
        if (text.Length > LongestName || text.Contains('\n', StringComparison.Ordinal))
            return CellReading.Wrong("organisation.several", "这里不止一个单位名称", "请每个单位各占一行");
        return new CellReading(organisations(text));
    }
}

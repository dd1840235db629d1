using MiniExcelLibs;

namespace Jiedui.Bench.Roster;

/// <summary>The towns of the county, as the case's 单位名录 lists them.</summary>
internal static class Towns
{
    private const string County = "丹凤县";

    public static IReadOnlyList<string> All { get; } =
    [
        .. MiniExcel.Query(Repository.UnitList).Cast<IDictionary<string, object?>>()
            .Where(row => row["E"] is County && row["C"] is ("乡镇" or "街道")).Select(row => (string)row["B"]!),
    ];
}

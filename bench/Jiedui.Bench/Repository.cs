namespace Jiedui.Bench;

/// <summary>The source tree that this program was built from: the case lies there, and the results are written there.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string UnitList { get; } = Path.Combine(Root, "examples", "beilin-danfeng", "ledgers", "00 单位名录.xlsx");

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Jiedui.slnx")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new DirectoryNotFoundException("Run this from a checkout: no Jiedui.slnx above the program.");
}

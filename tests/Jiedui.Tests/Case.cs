namespace Jiedui.Tests;

/// <summary>The case that the project ships: real input, and what must come out of it.</summary>
public static class Case
{
    /// <summary>The repository's root, found upwards from where the tests run.</summary>
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "examples", "beilin-danfeng");

    public static string Ledger(string file) => Path.Combine(Folder, "ledgers", file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Jiedui.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("Jiedui.slnx stands in no folder above the tests.");
    }
}

using Jiedui.Flow.Importing;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Sealing;

namespace Jiedui.App.Reporting;

/// <summary>Returns to the sender, for each file with something to mend, a copy in which just those cells are marked and explained.</summary>
public static class MarkedCopies
{
    /// <returns>The copies' paths; none for a file with nothing to mend.</returns>
    public static IReadOnlyList<string> Write(ImportReport report, string folder, Suite suite) =>
        [.. report.Files.Where(file => file.Refusal is null).Select(file => Write(file, folder, suite)).OfType<string>()];

    private static string? Write(FileReport file, string folder, Suite suite)
    {
        using var copy = MarkedCopy.Of(file.File.Open, file.File.Name, file.Sheets.ToDictionary(sheet => sheet.Sheet, sheet => sheet.Findings), suite);
        return copy?.SaveIn(folder);
    }
}

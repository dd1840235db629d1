using Jiedui.Bench.Roster;
using Jiedui.Flow.Importing;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>Imports the roster as the program does: header found, every cell read and checked, stored, posted, committed.</summary>
internal static class ImportStep
{
    public static Action First(Bench bench)
    {
        var importer = Opened(bench);
        Demand(importer.Import([ImportFile.At(Repository.UnitList)], new ImportOptions()).IsDone);
        return () => Demand(Roster(importer, bench).Accepted == bench.Rows);
    }

    public static Action Again(Bench bench)
    {
        var importer = Opened(bench);
        return () => Demand(Roster(importer, bench).Unchanged == bench.Rows);
    }

    /// <summary>The whole file again, one row in a hundred corrected.</summary>
    public static Action Corrected(Bench bench) => Corrected(bench, others: true, before: 0);

    /// <summary>A file of nothing but as many corrections again.</summary>
    public static Action CorrectionsAlone(Bench bench) => Corrected(bench, others: false, before: 1);

    private static Action Corrected(Bench bench, bool others, int before)
    {
        const int every = 100;
        var file = Path.Combine(bench.Folder, "corrected.xlsx");
        // Other people than those that are corrected already.
        RosterWorkbook.Write(file, bench.Rows, every - before, others);
        var importer = Opened(bench);
        return () => Demand(Import(importer, file).Corrected >= bench.Rows / every - bench.Rows / (every * every) - 1);
    }

    private static SheetReport Roster(Importer importer, Bench bench) => Import(importer, bench.Workbook);

    private static Importer Opened(Bench bench) => new(bench.Open(), Article.Catalogue);

    internal static SheetReport Import(Importer importer, string file) => importer.Import([ImportFile.At(file)], new ImportOptions()).Files[0].Sheets[0];

    private static void Demand(bool isSo)
    {
        if (!isSo)
            throw new InvalidOperationException("The import did not take every row.");
    }
}

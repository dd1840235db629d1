using Jiedui.Flow.Importing;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>Imports the roster as the program does: header found, every cell read and checked, stored, posted, committed.</summary>
internal static class ImportStep
{
    public static Action First(Bench bench)
    {
        var importer = new Importer(Database.Open(bench.Folder, Article.Catalogue.Ledgers), Article.Catalogue);
        Demand(importer.Import([ImportFile.At(Repository.UnitList)], new ImportOptions()).IsDone);
        return () => Demand(Roster(importer, bench).Accepted == bench.Rows);
    }

    public static Action Again(Bench bench)
    {
        var importer = new Importer(Database.Open(bench.Folder, Article.Catalogue.Ledgers), Article.Catalogue);
        return () => Demand(Roster(importer, bench).Unchanged == bench.Rows);
    }

    private static SheetReport Roster(Importer importer, Bench bench) => importer.Import([ImportFile.At(bench.Workbook)], new ImportOptions()).Files[0].Sheets[0];

    private static void Demand(bool isSo)
    {
        if (!isSo)
            throw new InvalidOperationException("The import did not take every row.");
    }
}

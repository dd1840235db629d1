using Jiedui.Flow.Importing;
using Jiedui.Storage;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>Imports all workbooks of the case.</summary>
internal static class CaseStep
{
    public static Action Prepared(Bench bench)
    {
        var importer = new Importer(Database.Open(bench.Folder, Article.Catalogue.Ledgers), Article.Catalogue);
        return () => importer.Import([.. Directory.GetFiles(Path.GetDirectoryName(Repository.UnitList)!, "*.xlsx").Order().Select(ImportFile.At)], new ImportOptions());
    }
}

using Jiedui.Bench.Roster;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Intake.Workbooks;
using Jiedui.Storage;
using Jiedui.Work;
using Sylvan.Data.Csv;

namespace Jiedui.Bench.Steps;

/// <summary>The same people as separated values: their bytes, their cells, their import.</summary>
internal static class CsvStep
{
    /// <summary>Reads the bytes and looks at nothing.</summary>
    public static Action Bytes(Bench bench)
    {
        var file = Written(bench);
        return () =>
        {
            using var stream = File.OpenRead(file);
            var buffer = new byte[64 << 10];
            while (stream.Read(buffer) > 0)
            {
            }
        };
    }

    /// <summary>The library that we read it with, and nothing else: where each cell lies, and no text made of it.</summary>
    public static Action Library(Bench bench)
    {
        var file = Written(bench);
        return () =>
        {
            using var text = new StreamReader(file);
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false });
            var (rows, cells) = (0, 0);
            while (csv.Read())
            {
                rows++;
                for (var column = 0; column < csv.RowFieldCount; column++)
                    cells += csv.GetFieldSpan(column).IsEmpty ? 0 : 1;
            }
            if (rows != bench.Rows + 1 || cells < rows)
                throw new InvalidOperationException("Not every row was read.");
        };
    }

    /// <summary>Finds the encoding and takes the rows apart into cells.</summary>
    public static Action Cells(Bench bench)
    {
        var file = Written(bench);
        return () =>
        {
            using var workbook = Workbook.Open(file);
            if (workbook.Sheets[0].Rows().Count() != bench.Rows + 1)
                throw new InvalidOperationException("Not every row was read.");
        };
    }

    /// <summary>Imports it into books of its own.</summary>
    public static Action Import(Bench bench)
    {
        var file = Written(bench);
        var importer = new Importer(Database.Open(Path.Combine(bench.Folder, "csv"), Article.Catalogue.Ledgers), Article.Catalogue);
        importer.Import([ImportFile.At(Repository.UnitList)], new ImportOptions());
        return () =>
        {
            if (ImportStep.Import(importer, file).Accepted != bench.Rows)
                throw new InvalidOperationException("The import did not take every row.");
        };
    }

    private static string Written(Bench bench)
    {
        Directory.CreateDirectory(bench.Folder);
        var file = Path.Combine(bench.Folder, "名册.csv");
        if (!File.Exists(file))
            RosterWorkbook.WriteCsv(file, bench.Rows);
        return file;
    }
}

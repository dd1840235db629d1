using System.Text;
using ExcelDataReader;
using Jiedui.Bench.Roster;
using Jiedui.Flow.Intake.Workbooks;

namespace Jiedui.Bench.Steps;

/// <summary>The same people as an .xls, as far as it holds them: its cells, and what the library alone takes for them.</summary>
internal static class XlsStep
{
    /// <summary>The library that we read it with, and nothing else.</summary>
    public static Action Library(Bench bench)
    {
        var file = Written(bench);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return () =>
        {
            using var stream = File.OpenRead(file);
            using var reader = ExcelReaderFactory.CreateBinaryReader(stream);
            var (rows, cells) = (0, 0);
            while (reader.Read())
            {
                rows++;
                for (var column = 0; column < reader.FieldCount; column++)
                    cells += reader.GetValue(column) is null ? 0 : 1;
            }
            Demand(rows == RowsOf(bench) && cells >= rows);
        };
    }

    public static Action Cells(Bench bench)
    {
        var file = Written(bench);
        return () =>
        {
            using var workbook = Workbook.Open(file);
            Demand(workbook.Sheets[0].Rows().Count() == RowsOf(bench));
        };
    }

    private static int RowsOf(Bench bench) => Math.Min(bench.Rows + 1, OldWorkbook.MostRows);

    private static void Demand(bool isWhole)
    {
        if (!isWhole)
            throw new InvalidOperationException("Not every row was read.");
    }

    private static string Written(Bench bench)
    {
        Directory.CreateDirectory(bench.Folder);
        var file = Path.Combine(bench.Folder, "名册.xls");
        if (!File.Exists(file))
            RosterWorkbook.WriteXls(file, RowsOf(bench) - 1);
        return file;
    }
}

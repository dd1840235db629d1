using System.Text;
using Jiedui.Flow.Importing;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Importing;

/// <summary>A run of several files that is broken off and run again under its name: each file is stored once, and told as it was stored.</summary>
public sealed class BrokenRunTests : IDisposable
{
    private readonly Installation office = Installation.WithCaseUnits();
    private readonly IReadOnlyList<ImportFile> files = [File("甲", "2020-03-01"), File("乙", "2020-03-02", 1500), File("丙", "2020-13-03")];

    [Fact]
    public void What_was_stored_before_the_break_is_told_as_stored()
    {
        Assert.Throws<OperationCanceledException>(() => Run(new BreakAt("乙.csv")));
        Assert.Equal(1, office.Count("labour_fairs"));
        var batches = office.Count("batch");

        var report = Run(null);

        Assert.Equal([(1, 0, 0), (1500, 0, 0), (0, 0, 1)], report.Files.SelectMany(file => file.Sheets).Select(sheet => (sheet.Accepted, sheet.Unchanged, sheet.Rejected)));
        Assert.Equal(1501, office.Count("labour_fairs"));
        Assert.Equal(batches, office.Count("batch"));
        Assert.Contains(report.Files[2].Sheets[0].Findings, finding => finding.Cell == "A2");
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void A_run_that_was_whole_tells_the_same_again()
    {
        var first = Run(null);
        var again = Run(null);
        Assert.Equal(Told(first), Told(again));
        Assert.Equal(first.Batch, again.Batch);
        Assert.Equal(1501, office.Count("labour_fairs"));

        // Forgotten, it is a run like any other.
        new Importer(office.Database, Article.Catalogue).Forget("run");
        Assert.Equal([0, 0, 0], Run(null).Files.SelectMany(file => file.Sheets).Select(sheet => sheet.Accepted));
    }

    public void Dispose() => office.Dispose();

    private static List<string> Told(ImportReport report) =>
        [.. report.Files.SelectMany(file => file.Sheets).Select(sheet => $"{sheet.Sheet} {sheet.Ledger?.Code} {sheet.Rows} {sheet.Accepted} {sheet.Corrected} {sheet.Unchanged} {sheet.Rejected} {string.Join('|', sheet.Findings)}")];

    /// <summary>Long enough, one of them, that its progress is told.</summary>
    private static ImportFile File(string name, string day, int rows = 1) => new(
        name + ".csv",
        () => new MemoryStream(Encoding.UTF8.GetBytes("日期,活动名称,形式,主办单位,参加企业数\r\n" + string.Concat(Enumerable.Range(1, rows).Select(row => $"{day},{name}{row},网络招聘,丹凤县人社局,3\r\n")))));

    private ImportReport Run(IProgress<ImportProgress>? progress) =>
        new Importer(office.Database, Article.Catalogue).Import(files, new ImportOptions { Run = "run", Progress = progress });

    private sealed class BreakAt(string file) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.File == file)
                throw new OperationCanceledException();
        }
    }
}

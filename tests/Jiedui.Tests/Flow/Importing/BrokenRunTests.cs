using System.Text;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Ledgers.Indexes;
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
        // Each file is a batch.
        Assert.Equal(batches + 2, office.Count("batch"));
        Assert.Contains(report.Files[2].Sheets[0].Findings, finding => finding.Cell == "A2");
        Assert.Empty(office.Verify().Faults);
    }

    [Fact]
    public void What_was_known_at_a_moment_stays_so_when_the_run_is_ended_later()
    {
        Assert.Throws<OperationCanceledException>(() => Run(new BreakAt("乙.csv")));
        var then = DateTimeOffset.UtcNow;
        decimal? Known() => office.Figure("labour.job_fairs", query => query with { AsOf = then }).Value;
        Assert.Equal(1, Known());
        Run(null);
        Assert.Equal((1m, 1501m), (Known(), office.Figure("labour.job_fairs").Value));
    }

    [Fact]
    public void Nobody_sees_at_a_moment_what_was_stored_after_it_though_it_was_begun_before()
    {
        var before = DateTimeOffset.MaxValue;
        Run(new Noting(() => before = before == DateTimeOffset.MaxValue ? DateTimeOffset.UtcNow : before));
        Assert.Equal(1, office.Figure("labour.job_fairs", query => query with { AsOf = before }).Value);
    }

    [Fact]
    public void Who_looked_between_two_files_sees_what_the_second_corrects()
    {
        new Importer(office.Database, Article.Catalogue).Import([File("乙", "2020-03-02", 1500, enterprises: 4)], new ImportOptions());
        Assert.Throws<OperationCanceledException>(() => Run(new BreakAt("乙.csv")));
        new Importer(office.Database, Article.Catalogue).Import([File("丁", "2020-03-04")], new ImportOptions());
        var looked = new LedgerIndexes();
        long Four() => new LedgerBook(office.Connection, office.Database.Vault, looked)
            .Find(Article.Catalogue.Ledger("labour.fairs")!, new RecordQuery(new Reach(office.Partnership)) { Where = [("参加企业数", "4")] }).Total;
        Assert.Equal(1500, Four());
        Run(null);
        Assert.Equal(0, Four());
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
    private static ImportFile File(string name, string day, int rows = 1, int enterprises = 3) => new(
        name + ".csv",
        () => new MemoryStream(Encoding.UTF8.GetBytes("日期,活动名称,形式,主办单位,参加企业数\r\n" + string.Concat(Enumerable.Range(1, rows).Select(row => $"{day},{name}{row},网络招聘,丹凤县人社局,{enterprises}\r\n")))));

    private ImportReport Run(IProgress<ImportProgress>? progress) =>
        new Importer(office.Database, Article.Catalogue).Import(files, new ImportOptions { Run = "run", Progress = progress });

    private sealed class Noting(Action note) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => note();
    }

    private sealed class BreakAt(string file) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.File == file)
                throw new OperationCanceledException();
        }
    }
}

using System.Collections.Concurrent;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Storage;

namespace Jiedui.App.Web.Importing;

/// <summary>The uploads of this program's run. What was uploaded lies in the data folder until it is a day old.</summary>
public sealed class ImportJobs(WebOptions options, Database database, Catalogue catalogue, ILogger<ImportJobs> log)
{
    private readonly ConcurrentDictionary<string, ImportJob> jobs = [];

    private string Uploads => Path.Combine(options.DataFolder, "uploads");

    public ImportJob? Find(string id) => jobs.GetValueOrDefault(id);

    public async Task<ImportJob> Receive(IEnumerable<IFormFile> uploads, CancellationToken cancel)
    {
        Forget();
        var id = Guid.NewGuid().ToString("N");
        var folder = Path.Combine(Uploads, id);
        Directory.CreateDirectory(folder);
        var files = new List<ImportFile>();
        foreach (var upload in uploads)
        {
            // The sender's name is told to people only; on disk a file has a number, so that no name can point elsewhere.
            var name = Path.GetFileName(upload.FileName.Replace('\\', '/'));
            var path = Path.Combine(folder, files.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + Path.GetExtension(name));
            await using var to = File.Create(path);
            await upload.CopyToAsync(to, cancel);
            files.Add(new ImportFile(path, name));
        }
        return jobs[id] = new ImportJob(id, folder, files);
    }

    /// <summary>Reads the files as an import would, and changes nothing.</summary>
    public void Preview(ImportJob job, ImportOptions how) => Begin(job, ImportState.Reading, () =>
    {
        job.Options = how;
        job.Report = Run(job, how with { DryRun = true });
        job.Marked = Mark(job);
        job.State = ImportState.Preview;
    });

    /// <summary>Stores what the preview showed.</summary>
    public void Store(ImportJob job, long partnership) => Begin(job, ImportState.Storing, () =>
    {
        using var connection = database.Connect();
        var before = Figures(connection, job, partnership);
        job.Report = Run(job, job.Options);
        var after = Figures(connection, job, partnership);
        job.Changes = [.. before.Join(after, one => one.Indicator, other => other.Indicator, (one, other) => (one, other)).Where(pair => Value(pair.one) != Value(pair.other) || pair.one.Records != pair.other.Records)];
        job.State = ImportState.Done;
    });

    private static (decimal?, decimal?, decimal?) Value(Figure figure) => (figure.Value, figure.Low, figure.High);

    private ImportReport Run(ImportJob job, ImportOptions how) => new Importer(database, catalogue).Import(job.Files, how with { Progress = job });

    /// <summary>The figures that the job's ledgers feed, over the partnership's whole life.</summary>
    private List<Figure> Figures(System.Data.Common.DbConnection connection, ImportJob job, long partnership)
    {
        if (Partnerships.All(connection).FirstOrDefault(one => one.Id == partnership) is not { } known)
            return [];
        var figures = new Figures(connection, catalogue, database.Vault);
        var ledgers = job.Report!.Files.SelectMany(file => file.Sheets).Select(sheet => sheet.Ledger).OfType<LedgerType>().ToHashSet();
        var query = new FigureQuery(partnership, known.Life(DateOnly.FromDateTime(DateTime.Today)));
        return [.. catalogue.Indicators.Where(indicator => indicator.Formula.Measures.SelectMany(catalogue.Feeding).Any(ledgers.Contains)).Select(indicator => figures.Of(indicator, query))];
    }

    private void Begin(ImportJob job, ImportState state, Action work)
    {
        job.State = state;
        job.Refusal = null;
        _ = Task.Run(() =>
        {
            try
            {
                work();
            }
            catch (ImportRefusedException refused)
            {
                (job.Refusal, job.State) = (refused.Message, ImportState.Failed);
            }
            catch (Exception fault)
            {
                // Whatever it was, the page must not wait for ever; the transaction has rolled back.
                log.LogError(fault, "Import {Job} failed", job.Id);
                (job.Refusal, job.State) = ("导入时系统出错，已记入运行日志；台账没有改动。请稍后再试。", ImportState.Failed);
            }
        });
    }

    private static Dictionary<ImportFile, string> Mark(ImportJob job)
    {
        var marked = new Dictionary<ImportFile, string>();
        foreach (var file in job.Report!.Files.Where(file => file.Refusal is null && file.Sheets.Any(sheet => sheet.Findings.Any(finding => finding.Severity != Severity.Informs))))
        {
            var findings = file.Sheets.GroupBy(sheet => sheet.Sheet).ToDictionary(sheet => sheet.Key, sheet => sheet.First().Findings);
            if (MarkedCopy.Write(file.File.Path, file.File.Name, findings, Path.Combine(job.Folder, "marked")) is { } copy)
                marked[file.File] = copy;
        }
        return marked;
    }

    private void Forget()
    {
        if (!Directory.Exists(Uploads))
            return;
        foreach (var folder in new DirectoryInfo(Uploads).EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-1)))
        {
            jobs.TryRemove(folder.Name, out _);
            folder.Delete(recursive: true);
        }
    }
}

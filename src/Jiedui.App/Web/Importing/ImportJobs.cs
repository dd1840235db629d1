using System.Collections.Concurrent;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.App.Web.Importing;

/// <summary>The uploads of this program's run, for a day. They wait sealed under keys that end with the program, so after a restart the page asks for the files again.</summary>
public sealed class ImportJobs(Database database, Catalogue catalogue, AuditLog audit, ILogger<ImportJobs> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, ImportJob> jobs = [];

    /// <summary>A job of the actor's own; another's is none.</summary>
    public ImportJob? Find(string id, Actor actor) => jobs.GetValueOrDefault(id) is { } job && job.Owner == actor.Name ? job : null;

    public async Task<ImportJob> Receive(Actor actor, IEnumerable<IFormFile> uploads, CancellationToken cancel)
    {
        Forget();
        var files = new List<(string Name, ScratchFile Content)>();
        try
        {
            foreach (var upload in uploads)
            {
                var content = new ScratchFile(database.Vault.Suite);
                files.Add((Path.GetFileName(upload.FileName.Replace('\\', '/')), content));
                await using var to = content.Open();
                await upload.CopyToAsync(to, cancel);
            }
        }
        catch
        {
            files.ForEach(file => file.Content.Dispose());
            throw;
        }
        var id = Guid.NewGuid().ToString("N");
        return jobs[id] = new ImportJob(id, actor.Name, files);
    }

    /// <summary>Reads the files as an import would, and changes nothing.</summary>
    public void Preview(ImportJob job, ImportOptions how) => Begin(job, ImportState.Reading, () =>
    {
        job.Options = how;
        job.Report = Run(job, how with { DryRun = true });
        job.Return(Mark(job));
        job.State = ImportState.Preview;
    });

    /// <summary>Stores what the preview showed, as far as it is the actor's to store now.</summary>
    /// <param name="seen">How the actor sees figures: which of them changed is told as far as his eyes reach.</param>
    public void Store(ImportJob job, Actor actor, FigureQuery seen) => Begin(job, ImportState.Storing, () =>
    {
        using var connection = database.Connect();
        var before = Figures(connection, job, seen);
        job.Report = Run(job, job.Options.By(actor));
        audit.TakeOver(actor.Place);
        var after = Figures(connection, job, seen);
        job.Changes = [.. before.Join(after, one => one.Indicator, other => other.Indicator, (one, other) => (one, other)).Where(pair => Value(pair.one) != Value(pair.other) || pair.one.Records != pair.other.Records)];
        job.LetGoOfUploads();
        job.State = ImportState.Done;
    });

    public void Dispose()
    {
        foreach (var job in jobs.Values)
            job.Dispose();
    }

    private static (decimal?, decimal?, decimal?) Value(Figure figure) => (figure.Value, figure.Low, figure.High);

    private ImportReport Run(ImportJob job, ImportOptions how) => new Importer(database, catalogue).Import(job.Files, how with { Progress = job });

    /// <summary>The figures that the job's ledgers feed, over the partnership's whole life.</summary>
    private IReadOnlyList<Figure> Figures(System.Data.Common.DbConnection connection, ImportJob job, FigureQuery seen)
    {
        if (Partnerships.All(connection).FirstOrDefault(one => one.Id == seen.Partnership) is not { } known)
            return [];
        var figures = new Figures(connection, catalogue, database.Vault);
        var ledgers = job.Report!.Files.SelectMany(file => file.Sheets).Select(sheet => sheet.Ledger).OfType<LedgerType>().ToHashSet();
        var query = seen with { Period = known.Life(DateOnly.FromDateTime(DateTime.Today)) };
        return figures.All([.. catalogue.Indicators.Where(indicator => indicator.Formula.Measures.SelectMany(catalogue.Feeding).Any(ledgers.Contains))], query);
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
                Fail(job, refused.Message);
            }
            catch (Exception fault)
            {
                // Whatever it was, the page must not wait for ever; the transaction has rolled back.
                log.LogError(fault, "Import {Job} failed", job.Id);
                Fail(job, "导入时系统出错，已记入运行日志；台账没有改动。请稍后再试。");
            }
        });
    }

    private static void Fail(ImportJob job, string refusal)
    {
        job.Dispose();
        (job.Refusal, job.State) = (refusal, ImportState.Failed);
    }

    private Dictionary<ImportFile, MarkedCopy> Mark(ImportJob job)
    {
        var marked = new Dictionary<ImportFile, MarkedCopy>();
        foreach (var file in job.Report!.Files.Where(file => file.Refusal is null && file.Sheets.Any(sheet => sheet.Findings.Any(finding => finding.Severity != Severity.Informs))))
        {
            var findings = file.Sheets.GroupBy(sheet => sheet.Sheet).ToDictionary(sheet => sheet.Key, sheet => sheet.First().Findings);
            if (MarkedCopy.Of(file.File.Open, file.File.Name, findings, database.Vault.Suite) is { } copy)
                marked[file.File] = copy;
        }
        return marked;
    }

    private void Forget()
    {
        foreach (var old in jobs.Values.Where(job => !job.IsAtWork && job.At < DateTime.UtcNow.AddDays(-1)))
        {
            jobs.TryRemove(old.Id, out _);
            old.Dispose();
        }
    }
}

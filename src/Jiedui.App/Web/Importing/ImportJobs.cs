using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.App.Web.Jobs;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Quartz;

namespace Jiedui.App.Web.Importing;

/// <summary>The uploads of the last day. They wait sealed in the database; any process shows them, works on them, and takes over from one that is gone.</summary>
internal sealed class ImportJobs(Catalogue catalogue, ImportRows rows, WaitingFiles files, ISchedulerFactory schedulers)
{
    public const string Uploads = "upload";
    public const string Copies = "marked";

    /// <summary>Where a job of the actor's own stands, without what it told; another's is none.</summary>
    public ImportJob? Glance(string id, Actor actor) => rows.Standing(id, actor.Name) is var (state, progress) ? new ImportJob(id, actor.Name, state) { Progress = progress } : null;

    /// <summary>A job of the actor's own; another's is none.</summary>
    public ImportJob? Find(string id, Actor actor)
    {
        if (Glance(id, actor) is not { } job)
            return null;
        var told = rows.Told(id);
        return job with
        {
            Options = told.Options,
            Report = told.Report is { } report ? new ImportReport(told.Batch, [.. report.Select((file, number) => file.Read(new ImportFile(told.Files[number], () => Open(id, Uploads, number)), catalogue))]) : null,
            Refusal = told.Refusal,
            Marked = told.Marked,
            Changes = told.Seen is { } seen ? [.. told.Changes.SelectMany(change => Read(change, seen))] : [],
        };
    }

    public async Task<string> Receive(Actor actor, IReadOnlyList<IFormFile> uploads, ImportOptions how, CancellationToken cancel)
    {
        var id = Guid.NewGuid().ToString("N");
        var told = new ToldImport { Files = [.. uploads.Select(upload => Path.GetFileName(upload.FileName.Replace('\\', '/')))], Options = how };
        rows.Begin(id, actor.Name, told);
        for (var number = 0; number < uploads.Count; number++)
        {
            cancel.ThrowIfCancellationRequested();
            using var content = uploads[number].OpenReadStream();
            files.Keep(id, Uploads, number, content);
        }
        await Ask(id, ImportState.Receiving, ImportState.Reading, told);
        return id;
    }

    /// <summary>Reads the files again as an import would, and changes nothing.</summary>
    public Task Preview(string id, ImportOptions how) => Ask(id, ImportState.Preview, ImportState.Reading, rows.Told(id) with { Options = how });

    /// <summary>Stores what the preview showed, as far as it is the actor's to store now.</summary>
    /// <param name="seen">How the actor sees figures: which of them changed is told as far as his eyes reach.</param>
    public Task Store(string id, Actor actor, FigureQuery seen)
    {
        var told = rows.Told(id);
        return Ask(id, ImportState.Preview, ImportState.Storing, told with { Options = told.Options.By(actor) with { Run = id }, Seen = seen, Place = actor.Place });
    }

    /// <summary>A marked copy; the caller disposes it.</summary>
    public Stream OpenMarked(string id, int number) => Open(id, Copies, number);

    /// <summary>Puts a turn of work before the processes; this one begins at once.</summary>
    public async Task Schedule(string id, long turn)
    {
        var job = JobBuilder.Create<ImportWork>().WithIdentity(KeyOf(id, turn)).UsingJobData(ImportWork.Job, id).UsingJobData(ImportWork.Turn, turn).RequestRecovery().Build();
        await (await schedulers.GetScheduler()).ScheduleJob(job, TriggerBuilder.Create().WithIdentity(job.Key.Name, job.Key.Group).StartNow().Build());
    }

    public static JobKey KeyOf(string id, long turn) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{turn}"), "import");

    private async Task Ask(string id, ImportState from, ImportState to, ToldImport told)
    {
        // Where it is not in that state any more, a second click came behind the first, or another window was faster.
        if (rows.Ask(id, from, to, told) is { } turn)
            await Schedule(id, turn);
    }

    private Stream Open(string id, string kind, int number) => files.Fetch(id, kind, number).OpenLast();

    private IEnumerable<(Figure, Figure)> Read((KeptFigure Before, KeptFigure After) change, FigureQuery seen)
    {
        if (catalogue.Indicator(change.After.Indicator) is { } indicator)
            yield return (change.Before.Read(indicator, seen), change.After.Read(indicator, seen));
    }
}

using System.Collections.Concurrent;
using Jiedui.Access;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Storage;

namespace Jiedui.App.Web.Matching;

/// <summary>The matchings of this program's run: of each visitor the one under way or the last few, for a day.</summary>
public sealed class MatchJobs(Database database, ILogger<MatchJobs> log)
{
    private const int KeptOfEach = 3;

    private readonly ConcurrentDictionary<string, MatchJob> jobs = [];

    /// <summary>A job of the actor's own; another's is none.</summary>
    public MatchJob? Find(string id, Actor actor) => jobs.GetValueOrDefault(id) is { } job && job.IsOf(actor) ? job : null;

    /// <summary>The actor's jobs in a partnership, the newest first.</summary>
    public IReadOnlyList<MatchJob> Of(Actor actor, long partnership) =>
        [.. jobs.Values.Where(job => job.Partnership == partnership && job.IsOf(actor)).OrderByDescending(job => job.At)];

    /// <summary>Begins a matching; where the actor's last one still runs, that one is it.</summary>
    public MatchJob Begin(MatchingType matching, Actor actor, long partnership, string? occasion)
    {
        Forget(actor, partnership);
        if (Of(actor, partnership).FirstOrDefault(job => job.State is MatchState.Running) is { } running)
            return running;
        var job = new MatchJob(Guid.NewGuid().ToString("N"), actor, partnership, occasion);
        jobs[job.Id] = job;
        _ = Task.Run(() => Run(job, matching, actor.Unit));
        return job;
    }

    private void Run(MatchJob job, MatchingType matching, long? unit)
    {
        try
        {
            using var connection = database.Connect();
            var request = new MatchRequest(job.Partnership, unit, DateOnly.FromDateTime(DateTime.Today)) { Occasion = job.Occasion, Progress = done => job.Progress = done };
            job.End(new Matcher(new LedgerBook(connection, database.Vault), database.Vault, matching).Run(request, job.Stopped));
        }
        catch (MatchRefusedException refused)
        {
            job.Fail(refused.Message);
        }
        catch (OperationCanceledException)
        {
            job.Fail("这次匹配已按要求停止。");
        }
        catch (Exception fault)
        {
            // Whatever it was, the page must not wait for ever; nothing was stored anyway.
            log.LogError(fault, "Matching {Job} failed", job.Id);
            job.Fail("匹配时系统出错，已记入运行日志；台账没有改动。请稍后再试。");
        }
    }

    private void Forget(Actor actor, long partnership)
    {
        var old = jobs.Values.Where(job => job.At < DateTime.UtcNow.AddDays(-1)).Concat(Of(actor, partnership).Skip(KeptOfEach - 1));
        foreach (var job in old.Where(job => job.State is not MatchState.Running))
            jobs.TryRemove(job.Id, out _);
    }
}

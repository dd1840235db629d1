using System.Globalization;
using Dapper;
using Jiedui.App.Web.Jobs;
using Jiedui.Flow.Importing;
using Jiedui.Storage;

namespace Jiedui.App.Web.Importing;

/// <summary>
/// Import jobs in the database. A job is in one state, and each turn of work on it is one runner's: who is no longer the runner, because another process took it for
/// gone, changes nothing of it any more.
/// </summary>
internal sealed class ImportRows(Database database)
{
    private static readonly string[] AtWork = [nameof(ImportState.Reading), nameof(ImportState.Storing)];

    public void Begin(string id, string owner, ToldImport told)
    {
        using var connection = database.ConnectJobs();
        connection.Execute(
            "INSERT INTO import_job (id, owner, at, state, turn, changed, told) VALUES (@id, @owner, @now, @state, 0, @now, @told)",
            new { id, owner, now = Now(), state = nameof(ImportState.Receiving), told = Seal(id, told) });
    }

    /// <summary>Where a job stands; of another's there is none.</summary>
    public (ImportState State, ImportProgress? Progress)? Standing(string id, string owner)
    {
        using var connection = database.ConnectJobs();
        var (state, progress) = connection.QuerySingleOrDefault<(string?, byte[]?)>("SELECT state, progress FROM import_job WHERE id = @id AND owner = @owner", new { id, owner });
        return state is null ? null : (Enum.Parse<ImportState>(state), progress is null ? null : SealedJson.Open<ImportProgress>(database.Vault, "progress " + id, progress));
    }

    public ToldImport Told(string id)
    {
        using var connection = database.ConnectJobs();
        return SealedJson.Open<ToldImport>(database.Vault, "import " + id, connection.QuerySingle<byte[]>("SELECT told FROM import_job WHERE id = @id", new { id }));
    }

    /// <summary>Puts work before whoever takes it.</summary>
    /// <returns>The number of the turn; null where the job is not in that state any more: somebody else was faster.</returns>
    public long? Ask(string id, ImportState from, ImportState to, ToldImport told)
    {
        using var connection = database.ConnectJobs();
        return connection.QuerySingleOrDefault<long?>(
            "UPDATE import_job SET state = @to, turn = turn + 1, changed = @now, runner = NULL, progress = NULL, told = @told WHERE id = @id AND state = @from RETURNING turn",
            new { id, from = from.ToString(), to = to.ToString(), now = Now(), told = Seal(id, told) });
    }

    /// <summary>Takes a turn of work, also from a runner that is gone.</summary>
    /// <returns>What is to be done; null where it is done.</returns>
    public ImportState? Take(string id, long turn, string runner)
    {
        using var connection = database.ConnectJobs();
        return connection.QuerySingleOrDefault<string>(
            "UPDATE import_job SET runner = @runner, changed = @now WHERE id = @id AND turn = @turn AND state IN (@reading, @storing) RETURNING state",
            new { id, turn, runner, now = Now(), reading = AtWork[0], storing = AtWork[1] }) is { } state ? Enum.Parse<ImportState>(state) : null;
    }

    /// <returns>Whether the job is still this runner's.</returns>
    public bool Tell(string id, string runner, ImportProgress progress) => Change(id, runner, "progress = @box", new { id, runner, now = Now(), box = SealedJson.Seal(database.Vault, "progress " + id, progress) });

    /// <returns>Whether the job is still this runner's.</returns>
    public bool Tell(string id, string runner, ToldImport told) => Change(id, runner, "told = @box", new { id, runner, now = Now(), box = Seal(id, told) });

    /// <returns>Whether the job is still this runner's.</returns>
    public bool End(string id, string runner, ImportState state, ToldImport told) =>
        Change(id, runner, "state = @state, runner = NULL, progress = NULL, told = @box", new { id, runner, now = Now(), state = state.ToString(), box = Seal(id, told) });

    /// <summary>Work that waits since that moment, with its turn.</summary>
    public IReadOnlyList<(string Id, long Turn)> Waiting(DateTime since)
    {
        using var connection = database.ConnectJobs();
        return connection.Query<(string, long)>(
            "SELECT id, turn FROM import_job WHERE state IN (@reading, @storing) AND changed < @since", new { since = Text(since), reading = AtWork[0], storing = AtWork[1] }).AsList();
    }

    public IReadOnlyList<string> Before(DateTime moment)
    {
        using var connection = database.ConnectJobs();
        return connection.Query<string>("SELECT id FROM import_job WHERE at < @moment", new { moment = Text(moment) }).AsList();
    }

    public void Remove(string id)
    {
        using var connection = database.ConnectJobs();
        connection.Execute("DELETE FROM import_job WHERE id = @id", new { id });
    }

    private bool Change(string id, string runner, string what, object values)
    {
        using var connection = database.ConnectJobs();
        return connection.Execute($"UPDATE import_job SET changed = @now, {what} WHERE id = @id AND runner = @runner", values) > 0;
    }

    private byte[] Seal(string id, ToldImport told) => SealedJson.Seal(database.Vault, "import " + id, told);

    private static string Now() => Text(DateTime.UtcNow);

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

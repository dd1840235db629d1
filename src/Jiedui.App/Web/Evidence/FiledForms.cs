using System.Globalization;
using Dapper;
using Jiedui.Access;
using Jiedui.App.Web.Jobs;
using Jiedui.Flow.Evidence;
using Jiedui.Storage;

namespace Jiedui.App.Web.Evidence;

/// <summary>What became of the files of a form, for the page that its sender is led to, whichever process shows it; kept for an hour.</summary>
internal sealed class FiledForms(Database database)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <returns>The name under which only the sender finds it.</returns>
    public string Keep(Actor sender, IReadOnlyList<FiledEvidence> files, string back)
    {
        var id = Guid.NewGuid().ToString("N");
        using var connection = database.ConnectJobs();
        connection.Execute(
            "INSERT INTO filed_form (id, sender, at, box) VALUES (@id, @Name, @at, @box)",
            new { id, sender.Name, at = Text(DateTime.UtcNow), box = SealedJson.Seal(database.Vault, "form " + id, new FiledForm(files, back)) });
        return id;
    }

    public FiledForm? Find(string id, Actor asker)
    {
        using var connection = database.ConnectJobs();
        var box = connection.QuerySingleOrDefault<byte[]>(
            "SELECT box FROM filed_form WHERE id = @id AND sender = @Name AND at > @since", new { id, asker.Name, since = Text(DateTime.UtcNow - Longest) });
        return box is null ? null : SealedJson.Open<FiledForm>(database.Vault, "form " + id, box);
    }

    public void Forget()
    {
        using var connection = database.ConnectJobs();
        connection.Execute("DELETE FROM filed_form WHERE at <= @since", new { since = Text(DateTime.UtcNow - Longest) });
    }

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <param name="Back">Where the files were sent from.</param>
internal sealed record FiledForm(IReadOnlyList<FiledEvidence> Files, string Back);

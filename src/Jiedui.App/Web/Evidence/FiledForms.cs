using System.Collections.Concurrent;
using Jiedui.Access;
using Jiedui.Flow.Evidence;

namespace Jiedui.App.Web.Evidence;

/// <summary>What became of the files of a form, for the page that its sender is led to; kept for an hour.</summary>
internal sealed class FiledForms
{
    private readonly ConcurrentDictionary<string, FiledForm> forms = [];

    /// <returns>The name under which only the sender finds it.</returns>
    public string Keep(Actor sender, IReadOnlyList<FiledEvidence> files, string back)
    {
        foreach (var old in forms.Where(form => form.Value.At < DateTime.UtcNow.AddHours(-1)))
            forms.TryRemove(old.Key, out _);
        var id = Guid.NewGuid().ToString("N");
        forms[id] = new FiledForm(sender.Name, files, back, DateTime.UtcNow);
        return id;
    }

    public FiledForm? Find(string id, Actor asker) => forms.GetValueOrDefault(id) is { } form && form.Sender == asker.Name ? form : null;
}

/// <param name="Back">Where the files were sent from.</param>
internal sealed record FiledForm(string Sender, IReadOnlyList<FiledEvidence> Files, string Back, DateTime At);

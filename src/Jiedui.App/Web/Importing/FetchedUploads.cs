using Jiedui.App.Web.Jobs;
using Jiedui.Flow.Importing;
using Jiedui.Sealing;

namespace Jiedui.App.Web.Importing;

/// <summary>What was uploaded, brought to this process for as long as it works on it.</summary>
internal sealed class FetchedUploads : IDisposable
{
    private readonly List<ScratchFile> contents = [];

    private FetchedUploads()
    {
    }

    public IReadOnlyList<ImportFile> Files { get; private set; } = [];

    public static FetchedUploads Of(WaitingFiles files, string job, IReadOnlyList<string> names)
    {
        var uploads = new FetchedUploads();
        try
        {
            for (var number = 0; number < names.Count; number++)
                uploads.contents.Add(files.Fetch(job, ImportJobs.Uploads, number));
        }
        catch
        {
            uploads.Dispose();
            throw;
        }
        uploads.Files = [.. names.Zip(uploads.contents, (name, content) => new ImportFile(name, content.Open))];
        return uploads;
    }

    public void Dispose() => contents.ForEach(content => content.Dispose());
}

using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Sealing;

namespace Jiedui.App.Web.Importing;

/// <summary>An upload on its way into the books: read and shown first, stored when somebody has looked at it. Its files wait sealed, and no longer than they are needed.</summary>
public sealed class ImportJob(string id, string owner, IReadOnlyList<(string Name, ScratchFile Content)> uploads) : IProgress<ImportProgress>, IDisposable
{
    public string Id { get; } = id;

    /// <summary>The name of who began it: nobody else sees it.</summary>
    public string Owner { get; } = owner;

    public DateTime At { get; } = DateTime.UtcNow;

    public IReadOnlyList<ImportFile> Files { get; } = [.. uploads.Select(upload => new ImportFile(upload.Name, upload.Content.Open))];

    public ImportOptions Options { get; set; } = new();

    public ImportState State { get; set; } = ImportState.Reading;

    /// <summary>How far it is, while it is reading or storing.</summary>
    public ImportProgress? Progress { get; private set; }

    public ImportReport? Report { get; set; }

    /// <summary>Why it could not be done, for the user; null where it was.</summary>
    public string? Refusal { get; set; }

    /// <summary>Copies with the findings marked, by file.</summary>
    public IReadOnlyDictionary<ImportFile, MarkedCopy> Marked { get; private set; } = new Dictionary<ImportFile, MarkedCopy>();

    /// <summary>Which figures are others now.</summary>
    public IReadOnlyList<(Figure Before, Figure After)> Changes { get; set; } = [];

    public int Ready => Report?.Files.Where(file => file is { Refusal: null, IsKeptOut: false }).SelectMany(file => file.Sheets).Sum(sheet => sheet.Accepted + sheet.Corrected) ?? 0;

    public int Rejected => Report?.Files.SelectMany(file => file.Sheets).Sum(sheet => sheet.Rejected) ?? 0;

    public bool IsAtWork => State is ImportState.Reading or ImportState.Storing;

    /// <summary>Puts newly marked copies in the place of those before.</summary>
    public void Return(IReadOnlyDictionary<ImportFile, MarkedCopy> marked)
    {
        var before = Marked;
        Marked = marked;
        foreach (var copy in before.Values)
            copy.Dispose();
    }

    /// <summary>What was uploaded will not be read again; the marked copies still wait for the sender.</summary>
    public void LetGoOfUploads()
    {
        foreach (var (_, content) in uploads)
            content.Dispose();
    }

    public void Dispose()
    {
        LetGoOfUploads();
        Return(new Dictionary<ImportFile, MarkedCopy>());
    }

    void IProgress<ImportProgress>.Report(ImportProgress value) => Progress = value;
}

public enum ImportState
{
    Reading,
    Preview,
    Storing,
    Done,
    Failed,
}

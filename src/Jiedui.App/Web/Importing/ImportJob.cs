using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;

namespace Jiedui.App.Web.Importing;

/// <summary>An upload on its way into the books: read and shown first, stored when somebody has looked at it.</summary>
public sealed class ImportJob(string id, string owner, string folder, IReadOnlyList<ImportFile> files) : IProgress<ImportProgress>
{
    public string Id { get; } = id;

    /// <summary>The name of who began it: nobody else sees it.</summary>
    public string Owner { get; } = owner;

    /// <summary>Where the uploaded files and their marked copies lie.</summary>
    public string Folder { get; } = folder;

    public IReadOnlyList<ImportFile> Files { get; } = files;

    public ImportOptions Options { get; set; } = new();

    public ImportState State { get; set; } = ImportState.Reading;

    /// <summary>How far it is, while it is reading or storing.</summary>
    public ImportProgress? Progress { get; private set; }

    public ImportReport? Report { get; set; }

    /// <summary>Why it could not be done, for the user; null where it was.</summary>
    public string? Refusal { get; set; }

    /// <summary>Copies with the findings marked, by file.</summary>
    public IReadOnlyDictionary<ImportFile, string> Marked { get; set; } = new Dictionary<ImportFile, string>();

    /// <summary>Which figures are others now.</summary>
    public IReadOnlyList<(Figure Before, Figure After)> Changes { get; set; } = [];

    public int Ready => Report?.Files.Where(file => file is { Refusal: null, IsKeptOut: false }).SelectMany(file => file.Sheets).Sum(sheet => sheet.Accepted + sheet.Corrected) ?? 0;

    public int Rejected => Report?.Files.SelectMany(file => file.Sheets).Sum(sheet => sheet.Rejected) ?? 0;

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

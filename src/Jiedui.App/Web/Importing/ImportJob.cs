using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;

namespace Jiedui.App.Web.Importing;

/// <summary>An upload on its way into the books: read and shown first, stored when somebody has looked at it. It waits sealed in the database, so that any process shows it.</summary>
/// <param name="Owner">The name of who began it: nobody else sees it.</param>
public sealed record ImportJob(string Id, string Owner, ImportState State)
{
    public ImportOptions Options { get; init; } = new();

    /// <summary>How far it is, while it is reading or storing.</summary>
    public ImportProgress? Progress { get; init; }

    public ImportReport? Report { get; init; }

    /// <summary>Why it could not be done, for the user; null where it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>By the number of the file: the name under which a copy with the findings marked goes back.</summary>
    public IReadOnlyDictionary<int, string> Marked { get; init; } = new Dictionary<int, string>();

    /// <summary>Which figures are others now.</summary>
    public IReadOnlyList<(Figure Before, Figure After)> Changes { get; init; } = [];

    public int Ready => Report?.Files.Where(file => file is { Refusal: null, IsKeptOut: false }).SelectMany(file => file.Sheets).Sum(sheet => sheet.Accepted + sheet.Corrected) ?? 0;

    public int Rejected => Report?.Files.SelectMany(file => file.Sheets).Sum(sheet => sheet.Rejected) ?? 0;
}

public enum ImportState
{
    /// <summary>Its files are still on their way into the database.</summary>
    Receiving,
    Reading,
    Preview,
    Storing,
    Done,
    Failed,
}

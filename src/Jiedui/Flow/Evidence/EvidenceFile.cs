namespace Jiedui.Flow.Evidence;

/// <summary>A file that somebody brings.</summary>
/// <param name="Name">As its sender calls it; for people only, it never becomes a path.</param>
/// <param name="Bytes">Its size, so that one that is too large need not be read.</param>
/// <param name="Read">Reads it; a second time only where the same content was destroyed meanwhile.</param>
public sealed record EvidenceFile(string Name, long Bytes, Func<byte[]> Read)
{
    public static EvidenceFile At(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, () => File.ReadAllBytes(path));
}

/// <summary>A record by its ledger's code and its number.</summary>
public readonly record struct RecordRef(string Ledger, long Record);

/// <summary>What became of a file.</summary>
/// <param name="Refusal">Why it was not taken; null where it was.</param>
public sealed record FiledEvidence(string Name, string? Refusal)
{
    public string? Sha256 { get; init; }

    public EvidenceType? Type { get; init; }

    /// <summary>Records that it now stands behind, and did not before, or not in this grade.</summary>
    public IReadOnlyList<RecordRef> Linked { get; init; } = [];

    /// <summary>Records that it stood behind already, in the same grade.</summary>
    public IReadOnlyList<RecordRef> AlreadyThere { get; init; } = [];

    /// <summary>How many records name it that the sender may not enter for.</summary>
    public int OutOfReach { get; init; }
}

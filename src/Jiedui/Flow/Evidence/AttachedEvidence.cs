namespace Jiedui.Flow.Evidence;

/// <summary>A file behind a record.</summary>
/// <param name="Record">The record that it stands behind.</param>
/// <param name="Id">Its number in the partnership.</param>
/// <param name="Name">As the one who added it called it.</param>
/// <param name="By">Who added it, and when.</param>
public sealed record AttachedEvidence(RecordRef Record, long Id, string Sha256, string Name, EvidenceType Type, long Bytes, EvidenceGrade Grade, string By, DateTimeOffset At)
{
    /// <summary>Which of the pieces that the record names in words it is; null for none.</summary>
    public string? Piece { get; init; }

    /// <summary>Its content was destroyed when a person was erased.</summary>
    public bool IsDestroyed { get; init; }

    /// <summary>Its name with the ending that its content has: no system takes it for something else.</summary>
    public string SafeName => Name.EndsWith(Type.Extension(), StringComparison.OrdinalIgnoreCase) || Type == EvidenceType.Jpeg && Name.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
        ? Name
        : Name + Type.Extension();
}

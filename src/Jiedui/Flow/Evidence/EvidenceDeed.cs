using System.Text.Json.Serialization;

namespace Jiedui.Flow.Evidence;

/// <summary>One change to the evidence of a record, as the audit log keeps it: enough to reckon again which files stood behind which records, and when.</summary>
internal sealed record EvidenceDeed(
    [property: JsonPropertyName("ledger")] string Ledger, [property: JsonPropertyName("record")] long Record, [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("grade")] int Grade, [property: JsonPropertyName("change")] string Change)
{
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Erased = "erased";
}

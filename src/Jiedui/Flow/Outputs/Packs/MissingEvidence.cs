using System.Text.Json;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>What evidence a record lacks, told from the record as the pack holds it: so that it can be checked.</summary>
internal static class MissingEvidence
{
    /// <summary>The column in which a record names its evidence in words.</summary>
    private const string Naming = "佐证材料";

    /// <returns>Null where nothing is missing.</returns>
    public static PackedLack? Of(string ledger, PackedRecord record)
    {
        var pieces = record.Evidence ?? [];
        var named = record.Values.TryGetValue(Naming, out var list) ? list.Deserialize<string[]>()! : [];
        var missing = named.Except(pieces.Select(piece => piece.Named)).Select(name => name!).ToList();
        return missing.Count > 0 || pieces.Count == 0 ? new PackedLack(ledger, record.Record, record.Version, record.File, record.Sheet, record.Row, missing) : null;
    }
}

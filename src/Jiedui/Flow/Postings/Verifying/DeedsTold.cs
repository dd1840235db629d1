using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Flow.Ledgers;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>What the deeds tell, in the shape in which it is compared with the books.</summary>
internal sealed class DeedsTold
{
    private readonly Dictionary<(long? Partnership, string Ledger, long Record, int Version), long> withdrawn = [];
    private readonly Dictionary<(long? Partnership, string Ledger, long Record, int Version), string> erased = [];

    public Dictionary<long, (SheetTold Sheet, string File, string Sha256)> Sheets { get; } = [];

    public static DeedsTold Load(DbConnection connection, DbTransaction transaction)
    {
        var told = new DeedsTold();
        foreach (var deed in connection.Query<(long Batch, long? Partnership, string Kind, string Told)>("SELECT batch, partnership, kind, told FROM deed ORDER BY id", transaction: transaction))
            told.Read(deed.Batch, deed.Partnership, deed.Kind, deed.Told);
        return told;
    }

    /// <summary>The batch in which a deed tells that a version was withdrawn; null where none does.</summary>
    public long? WithdrawnIn(long partnership, string ledger, long record, int version) =>
        withdrawn.TryGetValue((partnership, ledger, record, version), out var batch) ? batch : null;

    /// <summary>The seal over a version's postings when its personal data was erased; null where no deed tells of that.</summary>
    public string? SealOfErased(long partnership, string ledger, long record, int version) => erased.GetValueOrDefault((partnership, ledger, record, version));

    private void Read(long batch, long? partnership, string kind, string told)
    {
        try
        {
            if (kind == "Withdrawal")
            {
                using var json = JsonDocument.Parse(told);
                withdrawn[(partnership, json.RootElement.GetProperty("ledger").GetString()!, json.RootElement.GetProperty("record").GetInt64(), json.RootElement.GetProperty("version").GetInt32())] = batch;
            }
            else if (kind == "Erasure")
            {
                foreach (var version in JsonSerializer.Deserialize<ErasureTold>(told)!.Versions)
                    erased[(partnership, version.Ledger, version.Record, version.Version)] = version.Seal;
            }
            else if (kind is "Import" or "Correction")
            {
                var source = JsonSerializer.Deserialize<SourceTold>(told)!;
                foreach (var sheet in source.Sheets)
                    Sheets[sheet.Sheet] = (sheet, source.File, source.Sha256);
            }
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            // A deed that cannot be read tells nothing; the audit log finds that it was changed.
        }
    }
}

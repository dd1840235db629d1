using System.Data.Common;
using Dapper;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Compares each source sheet with the versions that came from it and with what its deed tells.</summary>
internal sealed class SourcesCheck(DbConnection connection, DbTransaction transaction, KeyedHash prints, DeedsTold told, List<string> faults)
{
    private readonly SheetSeals seals = new(prints);

    /// <summary>Call for every version.</summary>
    public void Add(StoredRecord version) => seals.Add(version);

    /// <returns>How many sheets were checked.</returns>
    public long Run()
    {
        var stored = connection.Query<(long Id, string Name, string? Ledger, int Accepted, int Unchanged, int Corrected, int Rejected, byte[]? Seal, string File, string Sha256)>(
            """
            SELECT s.id, s.name, s.ledger, s.accepted, s.unchanged, s.corrected, s.rejected, s.seal, f.name, f.sha256
            FROM source_sheet s JOIN source_file f ON f.id = s.file
            """,
            transaction: transaction).ToDictionary(sheet => sheet.Id);
        foreach (var sheet in stored.Values)
        {
            var where = $"《{sheet.File}》“{sheet.Name}”";
            if (sheet.Seal is null || !seals.Of(sheet.Id).AsSpan().SequenceEqual(sheet.Seal))
                faults.Add($"{where}：由它入账的记录与封存值不符，有记录被改动、添加或删除。");
            var entered = new SheetTold(sheet.Id, sheet.Name, sheet.Ledger ?? "")
            {
                Accepted = sheet.Accepted,
                Unchanged = sheet.Unchanged,
                Corrected = sheet.Corrected,
                Rejected = sheet.Rejected,
                Seal = Convert.ToHexStringLower(sheet.Seal ?? []),
            };
            if (!told.Sheets.TryGetValue(sheet.Id, out var deed) || deed != (entered, sheet.File, sheet.Sha256))
                faults.Add($"{where}：来源登记与账务变动的记载不符。");
        }
        faults.AddRange(told.Sheets.Where(sheet => !stored.ContainsKey(sheet.Key)).Select(sheet => $"《{sheet.Value.File}》“{sheet.Value.Sheet.Name}”：来源登记缺失。"));
        faults.AddRange(seals.Sheets.Where(sheet => !stored.ContainsKey(sheet)).Select(sheet => $"有记录的来源（第 {sheet} 号）没有登记。"));
        return stored.Count;
    }
}

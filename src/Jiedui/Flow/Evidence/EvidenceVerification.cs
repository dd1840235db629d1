using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <param name="Checked">How many files and links were looked at.</param>
/// <param name="Faults">Every difference, in Chinese, with record and file.</param>
/// <param name="Unreferenced">Files that nothing refers to, as a killed upload leaves them: no fault, and of no use.</param>
public sealed record EvidenceVerificationResult(long Checked, IReadOnlyList<string> Faults, IReadOnlyList<string> Unreferenced);

/// <summary>
/// Opens and hashes every file again, and reckons from the deeds, which the audit log's chain holds, which file stands behind which record in which grade.
/// Changes nothing.
/// </summary>
public static class EvidenceVerification
{
    public static EvidenceVerificationResult Run(Database database, Catalogue catalogue)
    {
        var store = new EvidenceStore(database);
        // Before the books are read: what is stored meanwhile is then known to them, or not looked at.
        var files = store.All().ToHashSet();
        using var connection = database.Connect();
        using var transaction = Database.BeginReading(connection);
        var faults = new List<string>();
        var links = Links(connection, transaction, database.Vault, catalogue, faults);
        var erased = CheckDeeds(connection, transaction, links, catalogue, faults);
        var evidence = connection.Query<(long Partnership, long Id, string Sha256, string Type, long Bytes, long? Erased)>(
            "SELECT partnership, id, sha256, type, bytes, erased FROM evidence", transaction: transaction).ToList();
        var where = links.ToLookup(link => (link.Partnership, link.Evidence), link => link.Told);
        faults.AddRange(evidence.Where(file => file.Erased is not null != erased.Contains((file.Partnership, file.Sha256)))
            .Select(file => $"佐证{string.Join('、', where[(file.Partnership, file.Id)].Distinct().Take(3))}：是否已销毁与审计记录不符。"));
        foreach (var file in evidence.Where(file => file.Erased is null))
        {
            if (FaultOf(store, file.Sha256, file.Type, file.Bytes) is { } fault)
                faults.Add($"佐证{string.Join('、', where[(file.Partnership, file.Id)].Distinct().Take(3).DefaultIfEmpty($"第 {file.Id} 号"))}：{fault}（{file.Sha256}）。");
        }
        files.ExceptWith(evidence.Where(file => file.Erased is null).Select(file => file.Sha256));
        return new EvidenceVerificationResult(evidence.Count + links.Count, faults, [.. files.Order(StringComparer.Ordinal)]);
    }

    private static string? FaultOf(EvidenceStore store, string sha256, string type, long bytes)
    {
        if (store.Fault(sha256) is { } fault)
            return fault;
        var content = store.Get(sha256);
        return content.Length != bytes || ContentType.Of(content).ToString() != type ? "登记的类型或大小被改动过" : null;
    }

    private static List<Link> Links(DbConnection connection, DbTransaction transaction, Vault vault, Catalogue catalogue, List<string> faults)
    {
        var links = new List<Link>();
        foreach (var row in connection.Query<(long Partnership, string Ledger, long Record, long Evidence, string? Sha256, byte[] Name, string? Piece, int Grade, long Batch, long? Removed)>(
            """
            SELECT l.partnership, l.ledger, l.record, l.evidence, e.sha256, l.name, l.piece, l.grade, l.batch, l.removed
            FROM evidence_link l LEFT JOIN evidence e ON e.partnership = l.partnership AND e.id = l.evidence
            """,
            transaction: transaction))
        {
            var record = new RecordRef(row.Ledger, row.Record);
            var name = "";
            try
            {
                name = SealedName.Open(vault, row.Partnership, row.Sha256 ?? "", record, row.Piece, row.Name);
            }
            catch (SealBrokenException)
            {
                faults.Add($"佐证第 {row.Evidence} 号（{Told(record, catalogue)}）：登记的文件名或内容指纹被改动过。");
            }
            links.Add(new Link(
                row.Partnership, row.Evidence, new Tie(row.Partnership, record, row.Sha256 ?? "", row.Grade, row.Batch, row.Removed), $"“{name}”（{Told(record, catalogue)}）"));
        }
        return links;
    }

    /// <summary>Every link that stands or was withdrawn has its deeds, and every deed its link.</summary>
    /// <returns>The contents that were destroyed.</returns>
    private static HashSet<(long Partnership, string Sha256)> CheckDeeds(DbConnection connection, DbTransaction transaction, List<Link> links, Catalogue catalogue, List<string> faults)
    {
        var told = new Dictionary<(long, RecordRef, string), List<Tie>>();
        var erased = new HashSet<(long, string)>();
        foreach (var (partnership, batch, json) in connection.Query<(long, long, string)>(
            "SELECT partnership, batch, told FROM deed WHERE kind = @Kind ORDER BY id", new { EvidenceLinks.Kind }, transaction))
        {
            if (DeedIn(json) is not { } deed)
            {
                faults.Add($"佐证的变动记录（第 {batch} 批）被改动过。");
                continue;
            }
            var tie = new Tie(partnership, new RecordRef(deed.Ledger, deed.Record), deed.Sha256, deed.Grade, batch, null);
            if (!told.TryGetValue((partnership, tie.Record, tie.Sha256), out var ties))
                told[(partnership, tie.Record, tie.Sha256)] = ties = [];
            if (deed.Change == EvidenceDeed.Erased)
                erased.Add((partnership, deed.Sha256));
            if (deed.Change == EvidenceDeed.Added)
            {
                ties.Add(tie);
                erased.Remove((partnership, deed.Sha256));
            }
            else if (deed.Change == EvidenceDeed.Removed && ties.Count > 0)
                ties[^1] = ties[^1] with { Removed = batch };
        }
        var expected = told.Values.SelectMany(ties => ties).ToHashSet();
        faults.AddRange(links.Where(link => !expected.Remove(link.Tie)).Select(link => $"佐证{link.Told}：关联或等级与审计记录不符。"));
        faults.AddRange(expected.Select(tie => $"佐证 {tie.Sha256}（{Told(tie.Record, catalogue)}）：审计记录里有，登记里没有。"));
        return erased;
    }

    private static EvidenceDeed? DeedIn(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<EvidenceDeed>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Told(RecordRef record, Catalogue catalogue) => $"{catalogue.Ledger(record.Ledger)?.Name ?? record.Ledger}第 {record.Record} 条";

    private sealed record Tie(long Partnership, RecordRef Record, string Sha256, int Grade, long Batch, long? Removed);

    private sealed record Link(long Partnership, long Evidence, Tie Tie, string Told);
}

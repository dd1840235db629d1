using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Evidence;

/// <summary>The pieces of evidence that records name in words, in their column 佐证材料: which records name which.</summary>
internal sealed class NamedEvidence
{
    private readonly Dictionary<string, List<(RecordRef Record, bool IsWithin)>> records = [];

    /// <summary>What the records of a ledger name, of those that name anything; the ledger's table as <c>t</c>.</summary>
    public static string Field => "t.\"佐证材料\"";

    /// <summary>True for a record that names something.</summary>
    public static string IsFilled => $"({Field} IS NOT NULL AND {Field} <> '[]')";

    public static NamedEvidence Read(DbConnection connection, Catalogue catalogue, long partnership, long? within)
    {
        var named = new NamedEvidence();
        foreach (var ledger in catalogue.Ledgers)
        {
            var own = within is { } unit ? RecordReach.Records(connection, ledger, partnership, unit) : null;
            foreach (var (record, list) in connection.Query<(long, string)>(
                $"SELECT t.record, {Field} FROM {new LedgerTable(ledger).Name} t WHERE t.partnership = @partnership AND t.superseded IS NULL AND {IsFilled} ORDER BY t.record",
                new { partnership }))
            {
                foreach (var name in Names(list).Select(Plain).Distinct())
                    named.Add(name, new RecordRef(ledger.Code, record), own?.Contains(record) != false);
            }
        }
        return named;
    }

    public static string[] Names(string? list) => list is null ? [] : JsonSerializer.Deserialize<string[]>(list)!;

    /// <summary>Whether a file's name is the one that a record names, with or without its ending.</summary>
    public static bool Fits(string file, string named) => Plain(named) == Plain(file) || Plain(named) == Plain(Path.GetFileNameWithoutExtension(file));

    /// <summary>The records that name a file, with or without its ending.</summary>
    public (IReadOnlyList<RecordRef> Within, int All) Of(string file)
    {
        var found = ((string[])[Plain(file), Plain(Path.GetFileNameWithoutExtension(file))]).Distinct()
            .SelectMany(name => records.GetValueOrDefault(name) ?? []).Distinct().ToList();
        return ([.. found.Where(pair => pair.IsWithin).Select(pair => pair.Record)], found.Count);
    }

    /// <summary>Full-width and half-width, capitals and small letters, and the marks of a title make no difference.</summary>
    private static string Plain(string name) => name.Normalize(NormalizationForm.FormKC).Trim('《', '》', ' ').ToUpperInvariant();

    private void Add(string name, RecordRef record, bool isWithin)
    {
        if (name.Length == 0)
            return;
        if (!records.TryGetValue(name, out var list))
            records[name] = list = [];
        list.Add((record, isWithin));
    }
}

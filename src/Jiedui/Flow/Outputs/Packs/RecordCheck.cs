using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Storage;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>Reckons from each record what it must post, by the ledger's own rules, and compares with the postings of the pack.</summary>
internal sealed class RecordCheck
{
    private readonly PackReading pack;
    private readonly Catalogue catalogue;
    private readonly PackScope scope;
    private readonly UnitRegistry units;
    private readonly List<string> faults;
    private readonly Dictionary<(string Ledger, long Record, int Version), UInt128> posted = [];
    private readonly HashSet<string> lacks = [];
    private long read;

    public RecordCheck(PackReading pack, Catalogue catalogue, PackScope scope, UnitRegistry units, List<string> faults)
    {
        this.pack = pack;
        this.catalogue = catalogue;
        this.scope = scope;
        this.units = units;
        this.faults = faults;
        // One number a record is kept of its postings, whatever their order, so that large packs fit.
        foreach (var posting in pack.ReadLines<PackedPosting>(PackParts.Postings))
        {
            var key = (posting.Ledger, posting.Record, posting.Version);
            posted[key] = unchecked(posted.GetValueOrDefault(key) + Print(posting.Measure, posting.Day, posting.Low, posting.High, posting.Subject != 0, posting.Parties));
        }
        foreach (var lack in pack.ReadLines<PackedLack>(PackParts.Missing))
            lacks.Add(Written(lack));
    }

    /// <summary>The records of a ledger; each is compared as it passes.</summary>
    public IEnumerable<(PackedRecord Packed, Row Row)> Rows(string code)
    {
        var ledger = catalogue.Ledger(code)!;
        foreach (var packed in pack.ReadLines<PackedRecord>(PackParts.Records(code)))
        {
            read++;
            var row = CellJson.ToRow(ledger, packed.Values);
            posted.Remove((code, packed.Record, packed.Version), out var found);
            var named = row.Units().Select(unit => unit.Id).Distinct().Order().ToList();
            if (DayNumber.Of(ledger.DayOf(row)) != packed.Day || !packed.Erased && found != Expected(row, named))
                faults.Add($"{ledger.Name}第 {packed.Record} 条第 {packed.Version} 版：由记录重算的入账与包内入账不符。");
            foreach (var unit in row.Units().Where(unit => units.Find(unit.Id)?.Name != unit.Name))
                faults.Add($"{ledger.Name}第 {packed.Record} 条第 {packed.Version} 版：单位“{unit.Name}”与 {PackParts.Units} 不符。");
            foreach (var piece in (packed.Evidence ?? []).Where(piece => piece.File is { } file && !pack.Has(file)))
                faults.Add($"{ledger.Name}第 {packed.Record} 条第 {packed.Version} 版：缺少佐证 {piece.File}。");
            if (MissingEvidence.Of(code, packed) is { } lack && !lacks.Remove(Written(lack)))
                faults.Add($"{ledger.Name}第 {packed.Record} 条第 {packed.Version} 版：缺少佐证，{PackParts.Missing} 里没有如实列出。");
            yield return (packed, row);
        }
    }

    /// <returns>How many records were compared.</returns>
    public long Finish()
    {
        foreach (var (ledger, record, version) in posted.Keys.Take(100))
            faults.Add($"{catalogue.Ledger(ledger)?.Name ?? ledger}第 {record} 条第 {version} 版：有入账而无记录。");
        faults.AddRange(lacks.Take(100).Select(lack => $"{PackParts.Missing} 里的一行与记录不符：{lack}"));
        return read;
    }

    private static string Written(PackedLack lack) => System.Text.Json.JsonSerializer.Serialize(lack, PackParts.Json);

    private UInt128 Expected(Row row, List<long> parties)
    {
        UInt128 sum = 0;
        var own = DayNumber.Of(row.Ledger.DayOf(row));
        foreach (var rule in row.Ledger.Posts)
        {
            if (rule.AmountOf(row) is not { } amount)
                continue;
            var day = rule.DayOf is null ? own : DayNumber.Of(rule.DayOf(row));
            if (!scope.Holds(rule.Measure.Code, day, parties))
                continue;
            foreach (var subject in rule.SubjectsOf(row))
                sum = unchecked(sum + Print(rule.Measure.Code, day, amount.Low, amount.High, subject is not null, parties));
        }
        return sum;
    }

    private static UInt128 Print(string measure, int day, long? low, long? high, bool hasSubject, IEnumerable<long> parties) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{measure} {day} {low} {high} {hasSubject} {string.Join(' ', parties)}"))));
}

using System.Data.Common;
using System.Globalization;
using Dapper;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Sealing;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Checks the records of one partnership: each version is as it was stored, each posts exactly what it says, and what no longer stands was taken back.</summary>
internal sealed class VersionsCheck
{
    private readonly DbConnection connection;
    private readonly Partnership partnership;
    private readonly Codes codes;
    private readonly Vault vault;
    private readonly DeedsTold told;
    private readonly SourcesCheck sources;
    private readonly List<string> faults;
    private readonly UnitRegistry units;
    private readonly Dictionary<string, long> parties;
    private readonly HashSet<(long Ledger, long Measure)> posted;

    public VersionsCheck(
        DbConnection connection, DbTransaction transaction, Partnership partnership, Codes codes, Vault vault, DeedsTold told, SourcesCheck sources, List<string> faults)
    {
        this.connection = connection;
        this.partnership = partnership;
        this.codes = codes;
        this.vault = vault;
        this.told = told;
        this.sources = sources;
        this.faults = faults;
        units = UnitRegistry.Load(connection, partnership.Id, transaction);
        faults.AddRange(Subjects.Changed(connection, transaction, partnership.Id)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{partnership.Name} 去重对象 {number}：标识被改动过。")));
        parties = connection.Query<(string Units, long Id)>("SELECT units, id FROM parties WHERE partnership = @Id", new { partnership.Id }, transaction)
            .ToDictionary(set => set.Units, set => set.Id);
        posted = [.. connection.Query<(long Ledger, long Measure)>("SELECT ledger, measure FROM posted WHERE partnership = @Id", new { partnership.Id }, transaction)];
    }

    /// <returns>How many versions were checked.</returns>
    public long Run(IEnumerable<LedgerType> ledgers)
    {
        var read = 0L;
        using var postings = new PostingStream(connection, partnership.Id);
        // As their postings come; what has posted nothing comes first.
        foreach (var ledger in ledgers.OrderBy(ledger => codes[ledger.Code]))
        {
            var code = codes[ledger.Code];
            foreach (var versions in Records(ledger))
            {
                read += versions.Count;
                var of = (code, versions[0].Record);
                while (postings.Next?.CompareTo(of) < 0)
                    Stray(ledger, code, postings.Take());
                CheckSuccession(ledger, versions);
                CheckPostings(ledger, versions, postings.Next == of ? postings.Take() : []);
            }
            while (postings.Next?.Ledger <= code)
                Stray(ledger, code, postings.Take());
        }
        return read;
    }

    /// <summary>The versions of each record in turn.</summary>
    private IEnumerable<List<StoredRecord>> Records(LedgerType ledger)
    {
        var table = new LedgerTable(ledger);
        var rows = connection.Stream(
            $"{table.SelectSql} WHERE t.partnership = @Id ORDER BY t.record, t.version", new { partnership.Id }, reader => (Record: reader.GetInt64(1), Version: ReadVersion(table, reader)));
        var versions = new List<StoredRecord>();
        foreach (var (record, version) in rows)
        {
            if (versions.Count > 0 && record != versions[0].Record)
            {
                yield return versions;
                versions = [];
            }
            if (version is not null)
                versions.Add(version);
        }
        if (versions.Count > 0)
            yield return versions;
    }

    private StoredRecord? ReadVersion(LedgerTable table, DbDataReader reader)
    {
        try
        {
            var version = table.Read(reader, units.RefOf, vault);
            sources.Add(version);
            CheckContent(table, version, reader);
            return version;
        }
        catch (Exception fault) when (fault is SealBrokenException or FormatException or InvalidCastException or ArgumentException or System.Text.Json.JsonException or OverflowException)
        {
            Fault(table.Ledger, reader.GetInt64(1), reader.GetInt32(2), fault is SealBrokenException ? "加密的个人信息被改动过" : "内容被改动过，读不出来");
            return null;
        }
    }

    /// <summary>What a version says is what was stored.</summary>
    private void CheckContent(LedgerTable table, StoredRecord version, DbDataReader reader)
    {
        var row = version.Row;
        if (DayNumber.Of(row.Ledger.DayOf(row)) != version.Day || NumberOf(row) != version.Parties)
            Fault(version, "计入日期或单位与内容不符");
        // What was erased cannot be reckoned again; the sheet's seal still covers the prints of it.
        if (version.Erased is not null)
            return;
        if (RowPrint.ContentOf(row, vault.Prints) != version.Content || RowPrint.KeyOf(row, vault.Prints) != version.Key)
            Fault(version, "内容被改动过");
        foreach (var (column, print) in table.PrintsIn(reader))
        {
            var expected = row[column] is { } value ? (byte[])LedgerTable.Asked(column, value, vault.Prints) : null;
            if (!(expected ?? []).AsSpan().SequenceEqual(print ?? []))
                Fault(version, $"“{column.Name}”的检索值被改动过");
        }
    }

    /// <summary>Versions follow each other without a gap; each ended with the next, or with a withdrawal that a deed tells of.</summary>
    private void CheckSuccession(LedgerType ledger, List<StoredRecord> versions)
    {
        for (var at = 0; at < versions.Count; at++)
        {
            var version = versions[at];
            if (version.Version != at + 1)
                Fault(version, "前面的版本缺失");
            var ended = at + 1 < versions.Count ? versions[at + 1].Batch : told.WithdrawnIn(partnership.Id, ledger.Code, version.Record, version.Version);
            if (version.Superseded != ended)
                Fault(version, version.Superseded is null ? "已被更正或撤回，却仍算作现行" : "被标为作废，却没有更正或撤回的记载");
        }
    }

    private void CheckPostings(LedgerType ledger, List<StoredRecord> versions, List<Posting> found)
    {
        // Told once: without it none of its ledger's postings to that measure would be found again.
        foreach (var posting in found.Where(posting => posted.Add((posting.Ledger, posting.Measure))))
            Fault(ledger, posting.Record, posting.Version, $"台账没有登记它入账的科目 {codes.CodeOf(posting.Measure)}");
        foreach (var version in versions)
        {
            var own = found.Where(posting => posting.Version == version.Version).ToList();
            if (version.Erased is null ? !SamePostings(Expected(version), own) : !IsAsErased(version, own))
                Fault(version, "入账与记录不符");
        }
        foreach (var stray in found.Select(posting => posting.Version).Distinct().Where(number => versions.TrueForAll(version => version.Version != number)))
            Fault(ledger, versions[0].Record, stray, "有入账而无记录");
    }

    /// <summary>Every posting that there must be: what the version says, and where it no longer stands the same taken back.</summary>
    private IEnumerable<Posting> Expected(StoredRecord version)
    {
        var expected = new List<Posting>();
        foreach (var rule in version.Row.Ledger.Posts)
        {
            if (rule.AmountOf(version.Row) is not { } amount)
                continue;
            var day = rule.DayOf is null ? version.Day : DayNumber.Of(rule.DayOf(version.Row));
            foreach (var subject in rule.SubjectsOf(version.Row))
            {
                expected.Add(new Posting(
                    codes[rule.Measure.Code], day, codes[version.Row.Ledger.Code], version.Record, version.Version, 1, expected.Count + 1, amount.Low, amount.High,
                    Subjects.NumberOf(subject, vault.Prints), version.Parties, version.Batch, IsApart: false));
            }
        }
        var isApart = expected.Exists(posting => posting.Day != version.Day);
        foreach (var posting in expected.Select(posting => posting with { IsApart = isApart }))
        {
            yield return posting;
            if (version.Superseded is { } batch)
                yield return posting.Reversed(batch);
        }
    }

    private bool IsAsErased(StoredRecord version, List<Posting> found)
    {
        var own = found.Where(posting => posting.Sign > 0).ToList();
        var taken = version.Superseded is { } batch ? own.Select(posting => posting.Reversed(batch)) : [];
        return told.SealOfErased(partnership.Id, version.Row.Ledger.Code, version.Record, version.Version) == PostingSeal.Of(own, vault.Prints)
            && SamePostings(own.Concat(taken), found);
    }

    private static bool SamePostings(IEnumerable<Posting> expected, IEnumerable<Posting> found) => InOrder(expected).SequenceEqual(InOrder(found));

    private static IEnumerable<Posting> InOrder(IEnumerable<Posting> postings) => postings.OrderBy(posting => (posting.Sign, posting.Line));

    private long NumberOf(Row row) => PartySets.TextOf(row.Units()) is { Length: > 0 } text ? parties.GetValueOrDefault(text, -1) : PartySets.None;

    private void Stray(LedgerType ledger, long code, List<Posting> postings)
    {
        // Those of a ledger that is declared no more stand as they were.
        if (postings[0].Ledger == code)
            Fault(ledger, postings[0].Record, postings[0].Version, "有入账而无记录");
    }

    private void Fault(StoredRecord version, string what) => Fault(version.Row.Ledger, version.Record, version.Version, what);

    private void Fault(LedgerType ledger, long record, int version, string what) =>
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{partnership.Name} {ledger.Name}第 {record} 条第 {version} 版：{what}。"));
}

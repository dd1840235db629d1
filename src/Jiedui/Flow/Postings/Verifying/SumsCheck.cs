using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Recounts all that is kept beside the postings of one partnership: each posting is read once, in the order of its table, and no more than one version's are in memory.</summary>
internal sealed class SumsCheck(DbConnection connection, DbTransaction transaction, Catalogue catalogue, Codes codes, long partnership, List<string> faults)
{
    private readonly IReadOnlySet<long> stocks = codes.Of(catalogue, Nature.Stock);
    private readonly IReadOnlySet<long> floors = codes.Of(catalogue, Nature.Floor);
    private readonly Dictionary<long, Nature> natures = catalogue.Measures.Where(measure => codes[measure.Code] != 0).ToDictionary(measure => codes[measure.Code], measure => measure.Nature);
    private readonly Sketch totals = new();
    private readonly Sketch tallies = new();
    private readonly List<Standings.Entry> standing = [];

    /// <returns>How many postings and sums were counted.</returns>
    public long Run()
    {
        var counted = CountPostings();
        var byUnit = new ByUnitCheck(connection, transaction, partnership, floors);
        counted += byUnit.Run(totals, tallies);
        Tell(totals, "合计");
        Tell(tallies, "去重");
        Tell(byUnit.Totals, "按单位的合计");
        Tell(byUnit.Presence, "按单位的去重");
        faults.AddRange(byUnit.Faults);
        return counted;
    }

    private long CountPostings()
    {
        var counted = 0L;
        var last = (Ledger: 0L, Record: 0L, Version: 0);
        foreach (var posting in Postings())
        {
            counted++;
            var version = (posting.Ledger, posting.Record, posting.Version);
            if (version != last)
                CountStanding();
            last = version;
            Count(posting);
        }
        CountStanding();
        return counted;
    }

    private void Count(in Posting posting)
    {
        var month = DayNumber.MonthOf(posting.Day);
        var sums = default(Sums).Plus(posting);
        totals.Add(1, posting.Measure, month, posting.Parties, 0, sums.Low, sums.High, sums.OpenLow, sums.OpenHigh, sums.Postings, 0);
        if (posting.MemberOf(natures.GetValueOrDefault(posting.Measure)) is { } member)
            tallies.Add(1, posting.Measure, month, posting.Parties, member, posting.Low ?? 0, posting.Sign);
        if (stocks.Contains(posting.Measure))
            standing.Add(Standings.Entry.Of(posting));
    }

    private void CountStanding()
    {
        if (standing.Count == 0)
            return;
        Standings.Of(standing, (measure, month, parties, records) => totals.Add(1, measure, month, parties, 0, 0, 0, 0, 0, 0, records));
        standing.Clear();
    }

    private IEnumerable<Posting> Postings() => connection.Stream(
        """
        SELECT measure, day, ledger, record, version, sign, line, low, high, subject, parties FROM posting
        WHERE partnership = @partnership ORDER BY ledger, record, version, sign, line
        """,
        new { partnership },
        row => new Posting(
            row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6),
            row.IsDBNull(7) ? null : row.GetInt64(7), row.IsDBNull(8) ? null : row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), Batch: 0));

    private void Tell(Sketch counted, string what)
    {
        foreach (var (measure, month) in counted.Differences)
            faults.Add($"科目 {codes.CodeOf(measure)} {month.ToString(CultureInfo.InvariantCulture)} 的{what}与逐笔重算不符。");
    }
}

using System.Data.Common;
using System.Globalization;
using Jiedui.Declaring;
using Jiedui.Storage;

namespace Jiedui.Flow.Postings.Verifying;

/// <summary>Recounts all that is kept beside the postings of one partnership: each posting is read once, those of stocks once more, and no more than one version's are in memory.</summary>
internal sealed class SumsCheck(DbConnection connection, DbTransaction transaction, Catalogue catalogue, Codes codes, long partnership, List<string> faults)
{
    private readonly IReadOnlySet<long> stocks = codes.Of(catalogue.Measures, Nature.Stock);
    private readonly IReadOnlySet<long> floors = codes.Of(catalogue.Measures, Nature.Floor);
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

    /// <summary>Each posting, in whatever order the database has them.</summary>
    private long CountPostings()
    {
        var counted = Count(PostingSource.All, measure => measure);
        foreach (var stock in stocks.Where(stock => stock > 0))
            CountStanding(PostingSource.All, [stock], measure => measure);
        foreach (var confirmed in PostingSource.Confirmed(connection, catalogue, codes))
        {
            Count(confirmed, Codes.Confirmed);
            CountStanding(confirmed, stocks, Codes.Confirmed);
        }
        return counted;
    }

    private long Count(PostingSource source, Func<long, long> keptAs)
    {
        var counted = 0L;
        using var postings = new CountedPostings(connection, partnership, source);
        while (postings.Next())
        {
            counted++;
            var (measure, month, parties, sign, low) = (postings.Measure, postings.Month, postings.Parties, postings.Sign, postings.Low);
            totals.Add(1, keptAs(measure), month, parties, 0, low, postings.High, postings.OpenLow, postings.OpenHigh, sign, 0);
            if (Posting.MemberOf(natures.GetValueOrDefault(measure), sign, postings.OpenLow != 0 ? null : low, postings.Subject) is { } member)
                tallies.Add(1, keptAs(measure), month, parties, member, low, sign);
        }
        return counted;
    }

    /// <summary>The postings to stocks, version after version.</summary>
    private void CountStanding(PostingSource source, IEnumerable<long> stocks, Func<long, long> keptAs)
    {
        using var rows = NumberRows.Of(
            connection,
            $"""
            SELECT p.measure, p.ledger, p.record, p.version, p.sign, p.day, p.parties, coalesce(p.low, p.high, 0) {source.FromWhere} AND p.measure IN {Numbers.Sql(stocks)}
            ORDER BY p.measure, p.ledger, p.record, p.version, p.sign
            """,
            (nameof(partnership), partnership));
        while (rows.Next())
        {
            var entry = new Standings.Entry(keptAs(rows[0]), rows[1], rows[2], (int)rows[3], (int)rows[4], DayNumber.MonthOf((int)rows[5]), rows[6], rows[7]);
            if (standing.Count > 0 && !standing[0].IsOfSame(entry))
                CountStanding();
            standing.Add(entry);
        }
        CountStanding();
    }

    private void CountStanding()
    {
        Standings.Of(standing, (measure, month, parties, records) => totals.Add(1, measure, month, parties, 0, 0, 0, 0, 0, 0, records));
        standing.Clear();
    }

    private void Tell(Sketch counted, string what)
    {
        foreach (var (measure, month) in counted.Differences)
            faults.Add($"科目 {codes.CodeOf(measure)} {month.ToString(CultureInfo.InvariantCulture)} 的{what}{(measure < 0 ? "（双方确认）" : "")}与逐笔重算不符。");
    }
}

using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Measures;

namespace Jiedui.Tests.Flow.Outputs.Reports;

/// <summary>Reports out of figures and rows that a test lays down.</summary>
internal static class Samples
{
    public static ReportRequest Request { get; } =
        new(1, "碑林区", "丹凤县", new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), new DateOnly(2021, 3, 5)) { Issuer = "碑林区对口帮扶工作办公室" };

    public static ReportSource Source(Func<Indicator, FigureQuery, decimal?> value, params Row[] rows) => new()
    {
        Figure = (indicator, query) => new Figure(indicator, value(indicator, query), null, null, value(indicator, query) is null ? 0 : 3, query),
        Trace = (indicator, _, limit) => [.. Enumerable.Range(4, Math.Min(3, limit)).Select(line =>
            new TraceLine("labour.fairs", line, 1, "03 劳务协作台账.xlsx", "招聘活动", $"A{line}", 1, new DateOnly(2020, 5, line), 1))],
        Rows = (ledger, _) => rows.Where(row => row.Ledger == ledger),
    };

    public static ReportDocument Compose(ReportSource source, params Sentence[] sentences) =>
        WorkRecord.Compose(SampleLedgers.Catalogue(sentences), source, Request);

    /// <summary>A small report with a figure asked twice, words out of records and one figure without data.</summary>
    public static ReportDocument Document(string fairName = "春风行动", string? linkBase = null) => WorkRecord.Compose(
        SampleLedgers.Catalogue(
            Sentence.Of($"举办{Words.Of(SampleLedgers.Ledger, SampleLedgers.Name, quoted: true)}等招聘活动{SampleLedgers.Fairs}，提供就业岗位{SampleLedgers.JobsOffered}。"),
            Sentence.ForEach(
                SampleLedgers.Ledger, SampleLedgers.Name, _ => true,
                $"{Words.Of(SampleLedgers.Ledger, SampleLedgers.Name)}在{Words.Of(SampleLedgers.Ledger, SampleLedgers.Place)}提供岗位{SampleLedgers.JobsOffered}。")),
        Source((indicator, query) => indicator == SampleLedgers.Fairs ? 3 : query.Where.Count == 0 ? 3410 : 700,
            SampleLedgers.Fair(fairName, 5, "西安"), SampleLedgers.Fair("网络招聘", 2, "商洛")),
        Request with { LinkBase = linkBase });

    public static string Told(ReportDocument document) => string.Join('\n', document.Blocks.Select(block => block.Text));

    /// <summary>The paragraph of the field's section.</summary>
    public static string Section(ReportDocument document) => document.Blocks.SkipWhile(block => block is not HeadingBlock { Level: 2 }).Skip(1).First().Text;
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Outputs.Reports.Prose;
using Jiedui.Sealing;

namespace Jiedui.Flow.Outputs.Packs;

internal readonly record struct PagedFact(PackedFact Packed, Figure Figure);

/// <summary>The page inside a pack: opens by a double click, without any program, script or network.</summary>
internal sealed class PackPage
{
    /// <summary>Records that lack evidence, listed of each ledger; all of them stand in the pack's files.</summary>
    private const int ShownLacks = 100;

    /// <summary>Records listed below a figure; all of them stand in the pack's files.</summary>
    private const int ShownRecords = 50;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly TextWriter page;
    private readonly Func<Figure, int, IReadOnlyList<TraceLine>> trace;
    private readonly Func<string, long, IReadOnlyList<PackedEvidence>> evidenceOf;

    private readonly IReadOnlyList<PackedLack> missing;
    private readonly Dictionary<(string Ledger, long Record), IReadOnlyList<string>> missingPieces;
    private readonly Catalogue catalogue;

    private PackPage(
        TextWriter page, Catalogue catalogue, Func<Figure, int, IReadOnlyList<TraceLine>> trace, Func<string, long, IReadOnlyList<PackedEvidence>> evidenceOf,
        IReadOnlyList<PackedLack> missing)
    {
        this.missing = missing;
        missingPieces = missing.Where(lack => lack.Named.Count > 0).ToDictionary(lack => (lack.Ledger, lack.Record), lack => lack.Named);
        this.page = page;
        this.catalogue = catalogue;
        this.trace = trace;
        this.evidenceOf = evidenceOf;
    }

    /// <summary>The name of a suite's hash.</summary>
    public static string NameOf(Suite suite) => suite switch { Suite.Aes => "SHA-256", Suite.Sm => "SM3" };

    public static void Write(
        Stream to, Catalogue catalogue, PackRequest request, ReportDocument report, IReadOnlyList<PagedFact> facts, Func<Figure, int, IReadOnlyList<TraceLine>> trace,
        Func<string, long, IReadOnlyList<PackedEvidence>> evidenceOf, IReadOnlyList<PackedLack> missing, IReadOnlyList<PackEntry> parts, Suite suite, DateTimeOffset made)
    {
        using var page = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new PackPage(page, catalogue, trace, evidenceOf, missing).Write(request, report, facts, parts, suite, made);
    }

    private void Write(PackRequest request, ReportDocument report, IReadOnlyList<PagedFact> facts, IReadOnlyList<PackEntry> parts, Suite suite, DateTimeOffset made)
    {
        var query = request.Query;
        var title = $"{request.Partnership.Giver}对口帮扶{request.Partnership.Receiver}证据包";
        page.WriteLine(
            $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Text(title)}</title>
            <style>{Css}</style>
            </head>
            <body>
            <header>
            <h1>{Text(title)}</h1>
            <p>{Text(ChineseDate.Of(query.Period))}{(query.Unit is { } unit ? "，" + Text(unit.Name) : "")}{(query.ConfirmedOnly ? "，只算双方都已确认的记录" : "")}{(query.AsOf is { } moment ? "，按 " + Local(moment) + " 所知" : "")}。制作于 {Local(made)}。</p>
            <p>这里的每个数字都能从包内的记录重新算出来。<a href="{PackParts.Word}">工作纪实（Word）</a>　<a href="{PackParts.Page}">工作纪实（网页）</a></p>
            </header>
            <main>
            <section><h2>报告中的数字</h2>
            """);
        WriteAll(facts.Where(fact => fact.Packed.InReport));
        page.WriteLine("</section>");
        if (facts.Any(fact => !fact.Packed.InReport))
        {
            page.WriteLine("<section><h2>其他指标</h2>");
            WriteAll(facts.Where(fact => !fact.Packed.InReport));
            page.WriteLine("</section>");
        }
        WriteMissing();
        WriteAbout(request, parts, suite);
        page.WriteLine("</main>\n</body>\n</html>");
    }

    private void WriteAll(IEnumerable<PagedFact> facts)
    {
        foreach (var fact in facts)
            Write(fact);
    }

    private void Write(PagedFact fact)
    {
        var indicator = fact.Figure.Indicator;
        var where = fact.Packed.Query.Where.Count == 0 ? "" : $"（{string.Join('，', fact.Packed.Query.Where.Select(condition => condition.Value))}）";
        page.WriteLine(
            $"""
            <details id="{Text(fact.Packed.Id)}">
            <summary><span>{Text(indicator.Name + where)}</span> <b>{Text(FigureProse.Write(fact.Figure))}</b> <small>{fact.Packed.Records.ToString(CultureInfo.InvariantCulture)} 条记录</small></summary>
            <p>口径：{Text(indicator.Definition)}</p>
            <p>佐证：{Text(string.Join('，', EvidenceGrades.All.Where(grade => fact.Packed.Grades[grade] > 0).Select(grade => $"{EvidenceGrades.NameOf(grade)} {fact.Packed.Grades[grade].ToString(CultureInfo.InvariantCulture)} 条")))}</p>
            """);
        var lines = trace(fact.Figure, ShownRecords + 1);
        if (lines.Count > 0)
            WriteRecords(lines, indicator);
        page.WriteLine("</details>");
    }

    private void WriteRecords(IReadOnlyList<TraceLine> lines, Indicator indicator)
    {
        page.WriteLine("""<div class="wide"><table><thead><tr><th>记录</th><th>来源</th><th class="number">数值</th><th>日期</th><th>佐证</th></tr></thead><tbody>""");
        foreach (var line in lines.Take(ShownRecords))
        {
            page.WriteLine(
                $"""
                <tr><td><a href="{Text(PackParts.Records(line.Ledger))}">{Text(catalogue.Ledger(line.Ledger)!.Name)}</a>第 {line.Record.ToString(CultureInfo.InvariantCulture)} 条第 {line.Version.ToString(CultureInfo.InvariantCulture)} 版</td><td>{Text(FactAnnex.Source(line))}</td><td class="number">{Number(line.Amount)}</td><td>{line.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</td><td>{Evidence(line)}</td></tr>
                """);
        }
        page.WriteLine("</tbody></table></div>");
        if (lines.Count > ShownRecords)
            page.WriteLine($"<p>只列前 {ShownRecords.ToString(CultureInfo.InvariantCulture)} 条，全部在 {string.Join('、', lines.Select(line => line.Ledger).Distinct().Select(ledger => $"""<a href="{Text(PackParts.Records(ledger))}">{Text(PackParts.Records(ledger))}</a>"""))} 里（科目 {Text(string.Join('、', indicator.Formula.Measures.Select(measure => measure.Code)))}）。</p>");
    }

    private string Evidence(TraceLine line)
    {
        var files = evidenceOf(line.Ledger, line.Record).Select(file => PackParts.Evidence(file) is { } place
            ? $"""<a href="{Text(place)}">{EvidenceGrades.NameOf(file.Grade)}</a>"""
            : EvidenceGrades.NameOf(file.Grade) + "（包内没有）");
        var lacking = missingPieces.TryGetValue((line.Ledger, line.Record), out var named) ? $"缺：{Text(string.Join('、', named))}" : "";
        return string.Join(' ', files.Append(lacking).Where(text => text.Length > 0)) is { Length: > 0 } all ? all : "没有";
    }

    /// <summary>Record by record, so that whoever reads the figures knows what stands behind none of them.</summary>
    private void WriteMissing()
    {
        page.WriteLine("<section><h2>缺少的佐证</h2>");
        page.WriteLine(missing.Count == 0
            ? "<p>包内的记录都有佐证。</p>"
            : $"""<p>{missing.Count.ToString("N0", CultureInfo.InvariantCulture)} 条记录缺少佐证，逐条列在 <a href="{PackParts.Missing}">{PackParts.Missing}</a> 里。</p>""");
        foreach (var ledger in missing.GroupBy(lack => lack.Ledger))
        {
            page.WriteLine(
                $"""
                <details><summary>{Text(catalogue.Ledger(ledger.Key)!.Name)} <small>{ledger.Count().ToString("N0", CultureInfo.InvariantCulture)} 条记录</small></summary>
                <div class="wide"><table><thead><tr><th>记录</th><th>来源</th><th>缺少</th></tr></thead><tbody>
                """);
            // Those that name what they lack come first: they can be mended.
            foreach (var lack in ledger.OrderBy(lack => lack.Named.Count == 0).Take(ShownLacks))
                page.WriteLine($"""<tr><td>第 {lack.Record.ToString(CultureInfo.InvariantCulture)} 条</td><td>{Text($"{lack.File}〔{lack.Sheet}〕第 {lack.Row.ToString(CultureInfo.InvariantCulture)} 行")}</td><td>{(lack.Named.Count > 0 ? Text(string.Join('、', lack.Named)) : "没有任何佐证")}</td></tr>""");
            page.WriteLine("</tbody></table></div>");
            if (ledger.Count() > ShownLacks)
                page.WriteLine($"<p>只列前 {ShownLacks.ToString(CultureInfo.InvariantCulture)} 条。</p>");
            page.WriteLine("</details>");
        }
        page.WriteLine("</section>");
    }

    private void WriteAbout(PackRequest request, IReadOnlyList<PackEntry> parts, Suite suite)
    {
        page.WriteLine(
            $"""
            <section><h2>怎样核验</h2>
            <p>在装有本系统的任何一台机器上运行 <code>jiedui verify 证据包.zip</code>，不需要数据文件夹和网络：它核对每个文件的 {NameOf(suite)}，用包内的入账重算每个数字，再由记录重算入账。</p>
            <p>个人信息已掩去；入账中的人和户只有本包内的编号。{(request.AuditHead is { } head ? $"制作时审计日志最后一条是第 {head.Number.ToString(CultureInfo.InvariantCulture)} 条，校验值 <code>{Text(head.Hash)}</code>。" : "")}</p>
            <details><summary>包内文件的 {NameOf(suite)}</summary>
            <div class="wide"><table><thead><tr><th>文件</th><th class="number">字节</th><th>{NameOf(suite)}</th></tr></thead><tbody>
            """);
        foreach (var part in parts)
            page.WriteLine($"""<tr><td><a href="{Text(Address(part.Name))}">{Text(part.Name)}</a></td><td class="number">{part.Bytes.ToString("N0", CultureInfo.InvariantCulture)}</td><td><code>{part.Hash}</code></td></tr>""");
        page.WriteLine("</tbody></table></div></details></section>");
    }

    private static string Address(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    private static string Number(decimal? amount) => amount?.ToString("#,0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Text(string text) => Encoder.Encode(PrintableText.Of(text));

    private const string Css =
        """

        :root { --ground: #f6f6f3; --paper: #fff; --ink: #1d2129; --second: #5b6470; --line: #e4e5e0; --link: #17696f; --giver: #a8362a; }
        @media (prefers-color-scheme: dark) { :root { --ground: #16181c; --paper: #1f2227; --ink: #e9e9e6; --second: #a9b0b8; --line: #363b42; --link: #6cc3c8; --giver: #e58b80; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
        header, section { max-width: 1100px; margin: 16px auto; padding: 24px 32px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
        header { border-top: 3px solid var(--giver); }
        h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.4; }
        h2 { margin: 0 0 8px; font-size: 18px; }
        p { margin: 4px 0; color: var(--second); overflow-wrap: anywhere; }
        a { color: var(--link); }
        details { border-top: 1px solid var(--line); padding: 8px 0; }
        details:target { outline: 2px solid var(--link); outline-offset: 4px; }
        summary { cursor: pointer; min-height: 28px; }
        summary b { margin: 0 8px; font-variant-numeric: tabular-nums; }
        small { color: var(--second); font-size: 13px; white-space: nowrap; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.5; }
        th, td { padding: 6px 10px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
        th { font-weight: 500; color: var(--second); white-space: nowrap; }
        td:first-child { white-space: nowrap; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        code { font-size: 13px; overflow-wrap: anywhere; }
        @media (max-width: 640px) { header, section { margin: 0 0 8px; padding: 16px; border-width: 1px 0; border-radius: 0; } h1 { font-size: 20px; } }
        @media print { body { background: #fff; } header, section { border: 0; padding: 0; } details { break-inside: avoid; } }

        """;
}

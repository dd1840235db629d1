using System.Globalization;
using System.Text.Json;
using Jiedui.Declaring;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Packs;

/// <param name="Checked">How many files, figures, postings and records were checked.</param>
/// <param name="Faults">Every difference, in Chinese; empty where the pack is sound.</param>
public sealed record PackCheckResult(long Checked, IReadOnlyList<string> Faults)
{
    public bool Ok => Faults.Count == 0;
}

/// <summary>
/// Checks a pack with nothing but itself and this program: the hash of every part, every figure from the postings, the postings from the records, and the report's
/// figures against them.
/// </summary>
public sealed class PackCheck
{
    private const int MostFaults = 1000;

    private readonly PackReading pack;
    private readonly Catalogue catalogue;
    private readonly List<string> faults = [];
    private readonly Dictionary<string, Figure> derived = [];
    private long counted;

    private PackCheck(PackReading pack, Catalogue catalogue)
    {
        this.pack = pack;
        this.catalogue = catalogue;
    }

    /// <exception cref="PackFaultException">It is no pack, or too damaged to be read.</exception>
    public static PackCheckResult Run(string file, Catalogue catalogue)
    {
        using var pack = PackReading.Open(file);
        return new PackCheck(pack, catalogue).Run();
    }

    private PackCheckResult Run()
    {
        CheckHashes();
        // What rests on changed files proves nothing, whatever it comes to.
        if (faults.Count > 0)
            return new PackCheckResult(counted, [.. faults.Take(MostFaults), "文件与清单不符，没有再重算数字。"]);
        Guarded("重算", Derive);
        Guarded(PackParts.Definitions, CheckDefinitions);
        Guarded(PackParts.Word, () => Report(ReportFigures.InWord(pack), PackParts.Word));
        Guarded(PackParts.Page, () => Report(ReportFigures.InPage(pack), PackParts.Page));
        return new PackCheckResult(counted, faults.Count > MostFaults ? [.. faults.Take(MostFaults), $"另有 {faults.Count - MostFaults} 处。"] : faults);
    }

    private void CheckHashes()
    {
        if (pack.HashOf(PackParts.Manifest, out _) != pack.ToldHash())
            faults.Add($"{PackParts.Manifest} 与 {PackParts.ManifestDigest} 不符：两者之一被改动过。");
        var told = new HashSet<string> { PackParts.Manifest, PackParts.ManifestDigest };
        foreach (var part in pack.Manifest.Parts)
        {
            counted++;
            told.Add(part.Name);
            if (!pack.Has(part.Name))
                faults.Add($"缺少文件 {part.Name}。");
            else
                Guarded(part.Name, () => CheckHash(part));
        }
        faults.AddRange(pack.Names.Where(name => !told.Contains(name)).Select(name => $"多出文件 {name}，清单上没有。"));
        foreach (var name in (string[])[PackParts.Index, PackParts.Word, PackParts.Page, PackParts.Facts, PackParts.Definitions, PackParts.Postings, PackParts.Units, PackParts.Missing])
        {
            if (!told.Contains(name))
                faults.Add($"清单上没有 {name}。");
        }
    }

    private void CheckHash(PackEntry part)
    {
        if (pack.HashOf(part.Name, out var bytes) != part.Hash || bytes != part.Bytes)
            faults.Add($"文件 {part.Name} 被改动过：{pack.Manifest.Hash} 与清单不符。");
        if (part.Name.StartsWith("evidence/", StringComparison.Ordinal))
            CheckEvidence(part.Name);
    }

    /// <summary>Evidence is named by its SHA-256, whatever the suite.</summary>
    private void CheckEvidence(string name)
    {
        using var content = pack.Read(name);
        if (!name.StartsWith("evidence/" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), StringComparison.Ordinal))
            faults.Add($"佐证 {name} 的内容与名称中的校验值不符。");
    }

    /// <summary>Every figure from the postings, and the postings from the records, by the code that first made them.</summary>
    private void Derive()
    {
        var partnership = pack.ReadJson<PackedPartnership>(PackParts.Partnership);
        var facts = pack.ReadJson<List<PackedFact>>(PackParts.Facts);
        using var books = new PackBooks(catalogue, partnership);
        var units = books.Fill(pack.ReadLines<PackedUnit>(PackParts.Units));
        counted += books.Fill(pack.ReadLines<PackedPosting>(PackParts.Postings), pack.ReadLines<PackedSubject>(PackParts.Subjects));
        var asked = facts.Select(fact => (Indicator: IndicatorOf(fact), Query: fact.Query.For(partnership.Id))).ToList();
        var scope = new PackScope(asked, units);
        var records = new RecordCheck(pack, catalogue, scope, units, faults);
        foreach (var ledger in pack.Names.Select(PackParts.LedgerOf).OfType<string>().Order(StringComparer.Ordinal))
            Guarded(PackParts.Records(ledger), () => books.Fill(catalogue.Ledger(ledger) ?? throw new FormatException($"没有台账“{ledger}”"), records.Rows(ledger)));
        counted += records.Finish();
        books.Finish();
        foreach (var (fact, (indicator, query)) in facts.Zip(asked))
        {
            // The pack holds what was known at the moment asked for, and nothing of what came later: asked now, it answers as of then.
            var then = query with { AsOf = null };
            Compare(fact, books.Figures.Of(indicator, then) with { Query = query }, books.Figures.Grades(indicator, then));
        }
    }

    private void Compare(PackedFact fact, Figure figure, GradeCounts grades)
    {
        counted++;
        derived[fact.Id] = figure;
        if (FactId.Of(fact.Code, figure.Query) != fact.Id)
            faults.Add($"指标“{fact.Name}”（{fact.Id}）的编号与问法不符。");
        if (figure.Value != fact.Value || figure.Low != fact.Low || figure.High != fact.High || figure.Records != fact.Records || figure.Indicator.Unit != fact.Unit)
        {
            faults.Add(
                $"指标“{fact.Name}”（{fact.Code}）写的是 {Told(fact.Value, fact.Low, fact.High)}{fact.Unit}、{fact.Records} 条，由入账重算是 " +
                $"{Told(figure.Value, figure.Low, figure.High)}{figure.Indicator.Unit}、{figure.Records} 条。");
        }
        if (grades != fact.Grades)
            faults.Add($"指标“{fact.Name}”（{fact.Code}）的佐证等级写的是 {Told(fact.Grades)}，由记录重算是 {Told(grades)}。");
    }

    /// <summary>A definition of the same version reads here as it reads there.</summary>
    private void CheckDefinitions()
    {
        foreach (var told in pack.ReadJson<List<PackedDefinition>>(PackParts.Definitions))
        {
            counted++;
            if (catalogue.Indicator(told.Code) is not { } indicator)
                faults.Add($"口径里的指标 {told.Code} 本程序没有。");
            else if (told.Version == indicator.Version && JsonSerializer.Serialize(told) != JsonSerializer.Serialize(PackDefinitions.Of(indicator)))
                faults.Add($"指标“{told.Name}”（{told.Code}）的口径与本程序第 {indicator.Version} 版不同。");
        }
    }

    /// <summary>What a report states is what the figure comes to, in one of the ways in which a report may tell it.</summary>
    private void Report(IEnumerable<ReportFigure> stated, string where)
    {
        foreach (var one in stated)
        {
            counted++;
            if (!derived.TryGetValue(one.Id, out var figure))
                faults.Add($"{where} 里的数字“{one.Text}”（{one.Id}）不在 {PackParts.Facts} 里。");
            else if (one.Value is { } value ? value != ReportFigures.ValueOf(figure) : !ReportFigures.Ways(figure, catalogue).Contains(one.Text))
                faults.Add($"{where} 里“{figure.Indicator.Name}”写的是“{one.Text}”，由入账重算是 {Told(figure.Value, figure.Low, figure.High)}{figure.Indicator.Unit}。");
        }
    }

    private Indicator IndicatorOf(PackedFact fact) => catalogue.Indicator(fact.Code) ?? throw new FormatException($"没有指标“{fact.Code}”");

    private static string Told(GradeCounts grades) => string.Join('、', EvidenceGrades.All.Select(grade => $"{EvidenceGrades.NameOf(grade)} {grades[grade]}"));

    private static string Told(decimal? value, decimal? low, decimal? high) =>
        value?.ToString("0.############", CultureInfo.InvariantCulture) ?? string.Create(CultureInfo.InvariantCulture, $"{low:0.############}~{high:0.############}");

    /// <summary>A part that was changed may be unreadable: that is a fault of this part, and the others are still checked.</summary>
    private void Guarded(string what, Action check)
    {
        try
        {
            check();
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException
            or KeyNotFoundException or OverflowException or System.Xml.XmlException or IOException or System.Data.Common.DbException or UnanswerableException)
        {
            faults.Add($"{what}：读不出来或算不下去，内容被改动过或已损坏（{(fault is FormatException or InvalidDataException ? fault.Message : fault.GetType().Name)}）。");
        }
    }
}

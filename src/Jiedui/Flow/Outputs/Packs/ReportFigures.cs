using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports.Docx;
using Jiedui.Flow.Outputs.Reports.Prose;

namespace Jiedui.Flow.Outputs.Packs;

/// <summary>A figure as a report states it: in its list of facts by value, or in its text in words.</summary>
internal readonly record struct ReportFigure(string Id, string Text, string? Value);

/// <summary>Reads the figures of a pack's report back out of it.</summary>
internal static partial class ReportFigures
{
    private const long LongestPart = 256L << 20;

    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Facts = FactManifest.Namespace;

    public static List<ReportFigure> InWord(PackReading pack)
    {
        // A package is read from its end: it is brought into memory first, and no more of it than a report can be.
        using var bytes = new MemoryStream();
        using (var part = pack.Read(PackParts.Word))
            part.CopyTo(bytes);
        using var package = new ZipArchive(bytes, ZipArchiveMode.Read);
        var facts = Load(package, "customXml/item1.xml").Descendants(Facts + "fact").Select(fact => new ReportFigure(
            (string?)fact.Attribute("id") ?? "", (string?)fact.Attribute("text") ?? "",
            $"{(string?)fact.Attribute("value")}|{(string?)fact.Attribute("low")}|{(string?)fact.Attribute("high")}"));
        var controls = Load(package, "word/document.xml").Descendants(Word + "sdt")
            .Select(control => (Tag: (string?)control.Element(Word + "sdtPr")?.Element(Word + "tag")?.Attribute(Word + "val"), Content: control.Element(Word + "sdtContent")))
            .Where(control => control.Tag is not null)
            .Select(control => new ReportFigure(control.Tag!, string.Concat(control.Content?.Descendants(Word + "t").Select(text => text.Value) ?? []), null));
        return [.. facts, .. controls];
    }

    public static List<ReportFigure> InPage(PackReading pack)
    {
        using var reader = new StreamReader(pack.Read(PackParts.Page));
        return [.. Figure().Matches(reader.ReadToEnd()).Select(match => new ReportFigure(
            WebUtility.HtmlDecode(match.Groups["id"].Value), WebUtility.HtmlDecode(match.Groups["text"].Value), null))];
    }

    /// <summary>As the list of facts writes it.</summary>
    public static string ValueOf(Figure figure)
    {
        return $"{Number(figure.Value)}|{Number(figure.Low)}|{Number(figure.High)}";

        static string? Number(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>In how many ways the templates tell this figure.</summary>
    public static HashSet<string> Ways(Figure figure, Catalogue catalogue) =>
    [
        FigureProse.Write(figure),
        .. catalogue.Fields.SelectMany(field => field.Section?.Paragraphs ?? []).SelectMany(paragraph => paragraph.Sentences).SelectMany(sentence => sentence.Parts)
            .OfType<FigurePart>().Where(part => part.Indicator.Code == figure.Indicator.Code).Select(part => part.Format).Distinct().Select(format => FigureProse.Write(figure, format)),
    ];

    private static XDocument Load(ZipArchive package, string name)
    {
        var entry = package.GetEntry(name) is { Length: < LongestPart } found ? found : throw new InvalidDataException($"报告里没有 {name}");
        using var part = entry.Open();
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("""<a class="figure" data-fact="(?<id>[^"]*)"[^>]*>(?<text>[^<]*)</a>""")]
    private static partial Regex Figure();
}

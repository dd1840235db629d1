using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Flow.Outputs.Reports.Docx;

namespace Jiedui.Tests.Flow.Outputs.Reports;

public class DocxReportTests
{
    [Fact]
    public void Word_finds_nothing_to_repair()
    {
        using var file = Open(Samples.Document("<script>&\u0001”"));
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Each_figure_is_a_content_control_of_its_fact()
    {
        var document = Samples.Document();
        using var file = Open(document);
        var body = file.MainDocumentPart!.Document!.Body!;
        var expected = document.Blocks.SelectMany(block => block.Runs).OfType<FigureRun>().Select(run => (run.Fact.Id, run.Text));
        var inText = body.Elements<Paragraph>().SelectMany(paragraph => paragraph.Descendants<SdtRun>())
            .Select(control => (control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!, control.InnerText));
        Assert.Equal(expected, inText);
        var ids = body.Descendants<SdtId>().Select(id => id.Val!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void No_digit_of_the_sections_stands_outside_a_control()
    {
        using var file = Open(Samples.Document());
        var sections = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
            .SkipWhile(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val != "Heading1").TakeWhile(paragraph => paragraph.InnerText.Length > 0);
        Assert.All(sections, paragraph => Assert.DoesNotMatch("[0-9]", string.Concat(paragraph.Elements<DocumentFormat.OpenXml.Wordprocessing.Run>().Select(run => run.InnerText))));
    }

    [Fact]
    public void The_manifest_lists_all_facts()
    {
        var document = Samples.Document();
        using var file = Open(document);
        using var part = Assert.Single(file.MainDocumentPart!.CustomXmlParts).GetStream();
        XNamespace facts = FactManifest.Namespace;
        var listed = XDocument.Load(part).Root!.Elements(facts + "fact").ToList();
        Assert.Equal(document.Facts.Select(fact => fact.Id), listed.Select(fact => (string)fact.Attribute("id")!));
        Assert.Equal("3410", (string)listed[1].Attribute("value")!);
        Assert.Equal("3410个", (string)listed[1].Attribute("text")!);
        Assert.Equal("活动名称", (string)listed[2].Element(facts + "where")!.Attribute("column")!);
        Assert.Equal("2020-12-31", (string)listed[2].Attribute("to")!);
    }

    [Fact]
    public void The_same_report_is_the_same_bytes() => Assert.Equal(Bytes(Samples.Document()), Bytes(Samples.Document()));

    [Fact]
    public void A_report_without_figures_has_no_annex()
    {
        using var file = Open(Samples.Compose(Samples.Source((_, _) => null)));
        Assert.Empty(file.MainDocumentPart!.Document!.Body!.Elements<Table>());
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_long_annex_stands_in_tables_of_at_most_250_rows()
    {
        var document = Samples.Document();
        using var file = Open(document with { Facts = [.. Enumerable.Range(0, 501).Select(_ => document.Facts[0])] });
        Assert.Equal([251, 251, 2], file.MainDocumentPart!.Document!.Body!.Elements<Table>().Select(table => table.Elements<TableRow>().Count()));
    }

    private static WordprocessingDocument Open(ReportDocument document) => WordprocessingDocument.Open(new MemoryStream(Bytes(document)), isEditable: false);

    private static byte[] Bytes(ReportDocument document)
    {
        using var file = new MemoryStream();
        DocxReport.Write(document, file);
        return file.ToArray();
    }
}

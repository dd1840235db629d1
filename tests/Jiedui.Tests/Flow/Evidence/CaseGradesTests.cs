using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jiedui.App.Reporting;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Tests.Kit;
using Jiedui.Work;

namespace Jiedui.Tests.Flow.Evidence;

/// <summary>The whole case, whose workbooks name no evidence: every record of every figure lacks it.</summary>
[Collection(ImportedCaseCollection.Name)]
public sealed class CaseGradesTests(ImportedCase imported)
{
    [Fact]
    public void Every_figure_of_the_case_lacks_evidence_behind_all_the_records_of_its_trace()
    {
        var figures = new Figures(imported.Office.Connection, Article.Catalogue, imported.Office.Database.Vault);
        var query = new FigureQuery(imported.Office.Partnership, Installation.AllTime);
        foreach (var indicator in Article.Catalogue.Indicators)
        {
            var records = figures.Trace(indicator, query, 100_000).Select(line => (line.Ledger, line.Record)).Distinct().Count();
            Assert.Equal(new GradeCounts(0, 0, 0, records), figures.Grades(indicator, query));
        }
    }

    [Fact]
    public void A_report_lists_its_figures_that_lack_evidence_in_every_format_and_binds_all_its_numbers()
    {
        var figures = new Figures(imported.Office.Connection, Article.Catalogue, imported.Office.Database.Vault);
        var document = Reporter.Compose(Article.Catalogue, figures, imported.Office.All[0], new FigureQuery(imported.Office.Partnership, Installation.AllTime));
        Assert.Empty(UnboundNumbers.In(document));
        Assert.Equal(document.Facts.Count, MissingEvidenceAnnex.Rows(document).Count);
        foreach (var extension in ReportWriter.Extensions)
        {
            using var written = new MemoryStream();
            ReportWriter.For(extension)(document, written);
            Assert.Contains(MissingEvidenceAnnex.Title, extension == ".docx" ? TextOf(written) : Encoding.UTF8.GetString(written.ToArray()), StringComparison.Ordinal);
        }
    }

    private static string TextOf(MemoryStream docx)
    {
        using var document = WordprocessingDocument.Open(docx, false);
        Assert.DoesNotContain(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document), fault => fault.Path?.XPath.Contains("tbl", StringComparison.Ordinal) == true);
        return document.MainDocumentPart!.Document!.InnerText;
    }
}

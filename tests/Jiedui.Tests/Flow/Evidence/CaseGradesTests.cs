using Jiedui.Flow.Evidence;
using Jiedui.Flow.Indicators;
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
        var figures = new Figures(imported.Office.Connection, Article.Catalogue);
        var query = new FigureQuery(imported.Office.Partnership, Installation.AllTime);
        foreach (var indicator in Article.Catalogue.Indicators)
        {
            var records = figures.Trace(indicator, query, 100_000).Select(line => (line.Ledger, line.Record)).Distinct().Count();
            Assert.Equal(new GradeCounts(0, 0, 0, records), figures.Grades(indicator, query));
        }
    }
}

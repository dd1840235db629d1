using Jiedui.App.Reporting;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>Composes 工作纪实 with its annex of definitions, records and missing evidence, as the program does, and writes it as .docx.</summary>
internal static class ReportStep
{
    public static Action Prepared(Bench bench)
    {
        var books = new Books(bench);
        return () => ReportWriter.Write(
            Reporter.Compose(Article.Catalogue, books.Figures, books.Partnership, new FigureQuery(books.Partnership.Id, books.Period)), Path.Combine(bench.Folder, "report.docx"));
    }
}

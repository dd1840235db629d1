using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Work;

namespace Jiedui.Bench.Steps;

/// <summary>Composes 工作纪实 with its annex of definitions and records, and writes it as .docx.</summary>
internal static class ReportStep
{
    public static Action Prepared(Bench bench)
    {
        var books = new Books(bench);
        var ledgers = new LedgerBook(books.Figures.Connection, books.Figures.Vault);
        var source = new ReportSource
        {
            Figure = books.Figures.Of,
            Trace = (indicator, query, limit) => books.Figures.Trace(indicator, query, limit),
            Rows = (ledger, query) => ledgers.All(ledger, query.Reach).Select(record => record.Row),
        };
        var (giver, receiver) = (books.Partnership.Giver, books.Partnership.Receiver);
        return () =>
        {
            var document = WorkRecord.Compose(
                Article.Catalogue, source, new ReportRequest(books.Partnership.Id, giver, receiver, books.Period, DateOnly.FromDateTime(DateTime.Today)));
            ReportWriter.Write(document, Path.Combine(bench.Folder, "report.docx"));
        };
    }
}

using Jiedui.App.Reporting;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Composing;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.App.Web.Parts;

/// <summary>Tells declared sentences on pages exactly as reports tell them.</summary>
public sealed class Telling
{
    private readonly SentenceWriting writing;

    public Telling(Figures figures, LedgerBook book, Standpoint here)
    {
        var source = new ReportSource
        {
            Figure = figures.Of,
            // A page links to the trace instead of listing it.
            Trace = (_, _, _) => [],
            Cells = (ledger, column, _) => Reporter.Cells(book, ledger, column, here.Query with { Unit = null, Period = here.Period }),
            Rows = (ledger, _) => Reporter.Rows(book, ledger, here.Query),
        };
        var request = new ReportRequest(
            here.Query.Partnership, here.Partnership?.Giver ?? "", here.Partnership?.Receiver ?? "", here.Period, DateOnly.FromDateTime(DateTime.Today));
        writing = new SentenceWriting(new FactRegister(source, here.Query), new RecordWords(source, request), request);
    }

    /// <summary>The sentence in pieces; none where one of its figures or words has nothing to tell.</summary>
    public IReadOnlyList<Run> Tell(Sentence sentence) => writing.Write(sentence);
}

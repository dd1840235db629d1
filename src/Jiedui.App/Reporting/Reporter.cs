using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Reports.Documents;
using Jiedui.Storage;

namespace Jiedui.App.Reporting;

/// <summary>Composes reports from the books: gives the report room its figures, traces and rows.</summary>
public static class Reporter
{
    public static ReportDocument Compose(Catalogue catalogue, Figures figures, Partnership partnership, FigureQuery query, string? linkBase = null) =>
        WorkRecord.Compose(catalogue, Source(figures, query.Reach), new ReportRequest(partnership.Id, partnership.Giver, partnership.Receiver, query.Period, DateOnly.FromDateTime(DateTime.Today))
        {
            Unit = query.Unit,
            Within = query.Within is { } unit ? UnitRegistry.Load(figures.Connection, partnership.Id).RefOf(unit) : null,
            AsOf = query.AsOf,
            ConfirmedOnly = query.ConfirmedOnly,
            LinkBase = linkBase,
        });

    /// <param name="reach">Whose records it may read.</param>
    public static ReportSource Source(Figures figures, Reach reach)
    {
        var book = new LedgerBook(figures.Connection, figures.Vault);
        return new ReportSource
        {
            Figure = figures.Of,
            Trace = (indicator, query, limit) => figures.Trace(indicator, query, limit),
            Grades = figures.Grades,
            Rows = (ledger, _, asOf) => (asOf is { } moment ? book.AllAsOf(ledger, reach, moment) : book.All(ledger, reach)).Select(record => record.Row),
        };
    }
}

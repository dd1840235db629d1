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
        WorkRecord.Compose(catalogue, Source(figures), new ReportRequest(partnership.Id, partnership.Giver, partnership.Receiver, query.Period, DateOnly.FromDateTime(DateTime.Today))
        {
            Unit = query.Unit,
            AsOf = query.AsOf,
            ConfirmedOnly = query.ConfirmedOnly,
            LinkBase = linkBase,
        });

    public static ReportSource Source(Figures figures)
    {
        var book = new LedgerBook(figures.Connection, figures.Vault);
        return new ReportSource
        {
            Figure = figures.Of,
            Trace = (indicator, query, limit) => figures.Trace(indicator, query, limit),
            Rows = (ledger, partnership, asOf) =>
                (asOf is { } moment ? book.AllAsOf(ledger, partnership, moment) : book.All(ledger, partnership)).Select(record => record.Row),
        };
    }
}

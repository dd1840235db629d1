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
            Within = query.Within is { } unit ? UnitRegistry.Load(figures.Connection, partnership.Id).RefOf(unit) : null,
            AsOf = query.AsOf,
            ConfirmedOnly = query.ConfirmedOnly,
            LinkBase = linkBase,
        });

    /// <summary>The rows that a report's sentences list: of the same records that its figures count.</summary>
    public static IEnumerable<Row> Rows(LedgerBook book, LedgerType ledger, FigureQuery query) =>
        (query.AsOf is { } moment ? book.AllAsOf(ledger, query.Reach, moment) : book.All(ledger, query.Reach))
            .Where(record => !query.ConfirmedOnly || record.IsConfirmed).Select(record => record.Row)
            .Where(row => query.UnitReach.Covers(row, book.UnitsOf(query.Partnership)));

    /// <summary>The cells of one column of the same rows.</summary>
    public static IEnumerable<object?> Cells(LedgerBook book, LedgerType ledger, Column column, FigureQuery query) => book.ValuesOf(
        ledger, column, new ColumnQuery(query.Reach, query.Period) { Unit = query.Unit?.Id, AsOf = query.AsOf, ConfirmedOnly = query.ConfirmedOnly });

    /// <summary>All that a report asks of the books.</summary>
    public static ReportSource Source(Figures figures)
    {
        var book = new LedgerBook(figures.Connection, figures.Vault);
        return new ReportSource
        {
            Figure = figures.Of,
            Trace = (indicator, query, limit) => figures.Trace(indicator, query, limit),
            Pieces = figures.Pieces,
            Grades = figures.Grades,
            Cells = (ledger, column, query) => Cells(book, ledger, column, query),
            Rows = (ledger, query) => Rows(book, ledger, query),
        };
    }
}

using System.Data.Common;
using System.Globalization;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Answers;
using Jiedui.App.Api;
using Jiedui.App.Gate;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Reporting;
using Jiedui.App.Web.Importing;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Sealing;
using Jiedui.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Downloads;

/// <summary>Files that the pages offer: templates, ledgers as they are filtered on the page, and reports. Personal data is masked, unless it is asked for with a reason.</summary>
internal static class DownloadEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(WebApplication app)
    {
        app.MapGet("/downloads/templates/{file}", Template).Requires(Act.SeeFigures);
        app.MapGet("/downloads/ledgers/{file}", Ledger).Limited(Limit.Export).Requires(Act.Export);
        app.MapPost("/downloads/ledgers/{file}", LedgerInClear).Limited(Limit.Export).AddEndpointFilter<RefusedForms>().Requires(Act.ExportClear);
        app.MapGet("/downloads/reports/{file}", Report).Limited(Limit.Export).Requires(Act.Report);
        app.MapGet("/downloads/packs/work-record.zip", Pack).Limited(Limit.Pack).Requires(Act.Pack);
    }

    private static IResult Template(string file, Catalogue catalogue, Vault vault) =>
        Path.GetExtension(file) == ".xlsx" && catalogue.Ledger(Path.GetFileNameWithoutExtension(file)) is { } ledger
            ? WrittenFile.Of(vault.Suite, stream => LedgerTemplate.Write([ledger], stream), Workbook, ledger.Name + "（模板）.xlsx")
            : Results.NotFound();

    private static IResult Ledger(string file, HttpContext context, Catalogue catalogue, LedgerBook book, Standpoint here, Visitor visitor, AuditLog audit, Vault vault)
    {
        if (Asked(file, catalogue) is not { } asked || here.Partnership is null)
            return Results.NotFound();
        var query = GridState.From(context.Request.Query, asked.Ledger).Query(here);
        FoundPersons.Note(audit, visitor.Known, book, asked.Ledger, query);
        var export = ExportOf(asked.Ledger, query, book, isClear: false);
        return WrittenFile.Of(
            vault.Suite, stream => audit.Note(visitor.Known, AuditAct.Export, file, Written(book, export, asked.Format, stream), here.Reach.Partnership), asked.Type, asked.Ledger.Name + asked.Extension);
    }

    /// <summary>With personal data in clear: asked for with a reason, and noted before anything is sent.</summary>
    private static async Task<IResult> LedgerInClear(
        string file, HttpContext context, IAntiforgery antiforgery, Catalogue catalogue, LedgerBook book, Standpoint here, Visitor visitor, AuditLog audit, Vault vault)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (Asked(file, catalogue) is not { } asked || here.Partnership is null)
            return Results.NotFound();
        if (Reason.In(await context.Request.ReadFormAsync(context.RequestAborted)) is not { } reason)
            return Results.Redirect(here.Link("/ledgers/" + asked.Ledger.Code));
        context.Response.Headers.CacheControl = "no-store";
        var query = GridState.From(context.Request.Query, asked.Ledger).Query(here);
        FoundPersons.Note(audit, visitor.Known, book, asked.Ledger, query);
        var export = ExportOf(asked.Ledger, query, book, isClear: true);
        return WrittenFile.Of(
            vault.Suite, stream => audit.Note(visitor.Known, AuditAct.ExportClear, file, $"{Written(book, export, asked.Format, stream)}；{reason}", here.Reach.Partnership), asked.Type,
            asked.Ledger.Name + "（明文）" + asked.Extension);
    }

    private static (LedgerType Ledger, ExportFormat Format, string Extension, string Type)? Asked(string file, Catalogue catalogue) =>
        (catalogue.Ledger(Path.GetFileNameWithoutExtension(file)), Path.GetExtension(file)) switch
        {
            ({ } ledger, ".xlsx") => (ledger, ExportFormat.Xlsx, ".xlsx", Workbook),
            ({ } ledger, ".csv") => (ledger, ExportFormat.Csv, ".csv", "text/csv; charset=utf-8"),
            _ => null,
        };

    private static LedgerExport ExportOf(LedgerType ledger, RecordQuery query, LedgerBook book, bool isClear) =>
        query.Where.Count == 0 && query.Search is null && query.Standing is null && query.SortBy is null
            ? LedgerExport.Of(book, ledger, query.Reach, isClear)
            : new LedgerExport(ledger, book.All(ledger, query), book.UnitsOf(query.Reach.Partnership)) { IsClear = isClear };

    /// <summary>Writes the records as they stood at one moment, and tells how many.</summary>
    private static string Written(LedgerBook book, LedgerExport export, ExportFormat format, Stream stream)
    {
        using var moment = book.AtOneMoment();
        return string.Create(CultureInfo.InvariantCulture, $"{export.Write(format, stream)} 条");
    }

    private static IResult Report(string file, HttpContext context, Catalogue catalogue, Figures figures, Standpoint here, Visitor visitor, AuditLog audit, Vault vault)
    {
        var extension = Path.GetExtension(file);
        if (Path.GetFileNameWithoutExtension(file) != WorkRecord.Code || !ReportWriter.Extensions.Contains(extension) || here.Partnership is not { } partnership)
            return Results.NotFound();
        var shows = context.Request.Query.ContainsKey("show") && extension == ".html";
        var document = Reporter.Compose(catalogue, figures, partnership, here.Query, shows ? $"{context.Request.Scheme}://{context.Request.Host}" : null);
        if (shows)
        {
            // The report is a document of its own with its styles inside; it runs no script.
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
            return WrittenFile.Of(vault.Suite, stream => ReportWriter.For(extension)(document, stream), "text/html; charset=utf-8", null);
        }
        audit.Note(visitor.Known, AuditAct.Report, file, here.Period.ToString(), partnership.Id);
        var type = extension switch
        {
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".html" => "text/html; charset=utf-8",
            _ => "text/markdown; charset=utf-8",
        };
        return WrittenFile.Of(vault.Suite, stream => ReportWriter.For(extension)(document, stream), type, $"{partnership.Giver}对口帮扶{partnership.Receiver}工作纪实{extension}");
    }

    private static IResult Pack(DbConnection connection, Database database, Catalogue catalogue, Visitor visitor, Standpoint here) => here.Partnership is { } partnership
        ? WrittenFile.Of(
            database.Vault.Suite, stream => Packer.Write(database, connection, catalogue, partnership, here.Query, visitor.Known, stream), "application/zip",
            $"{partnership.Giver}对口帮扶{partnership.Receiver}证据包.zip")
        : Results.NotFound();
}

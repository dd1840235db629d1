using System.Data.Common;
using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.App.Reporting;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Outputs.Reports;
using Jiedui.Flow.Outputs.Workbooks;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Storage;

namespace Jiedui.App.Web.Downloads;

/// <summary>Files that the pages offer: templates, ledgers as they are filtered on the page, and reports. Personal data is masked.</summary>
internal static class DownloadEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(WebApplication app)
    {
        app.MapGet("/downloads/templates/{file}", Template);
        app.MapGet("/downloads/ledgers/{file}", Ledger);
        app.MapGet("/downloads/reports/{file}", Report);
        app.MapGet("/downloads/packs/work-record.zip", Pack).Requires(Act.Pack);
    }

    private static IResult Template(string file, Catalogue catalogue) =>
        Path.GetExtension(file) == ".xlsx" && catalogue.Ledger(Path.GetFileNameWithoutExtension(file)) is { } ledger
            ? Written(stream => LedgerTemplate.Write([ledger], stream), Workbook, ledger.Name + "（模板）.xlsx")
            : Results.NotFound();

    private static IResult Ledger(string file, HttpContext context, Catalogue catalogue, LedgerBook book, Standpoint here)
    {
        if (catalogue.Ledger(Path.GetFileNameWithoutExtension(file)) is not { } ledger || here.Partnership is not { } partnership)
            return Results.NotFound();
        var query = GridState.From(context.Request.Query, ledger).Query(partnership.Id);
        var records = query.Where.Count == 0 && query.Search is null ? book.All(ledger, partnership.Id) : Pages(book, ledger, query);
        var export = new LedgerExport(ledger, records, book.UnitsOf(partnership.Id));
        return Path.GetExtension(file) switch
        {
            ".xlsx" => Written(stream => export.Write(ExportFormat.Xlsx, stream), Workbook, ledger.Name + ".xlsx"),
            ".csv" => Written(stream => export.Write(ExportFormat.Csv, stream), "text/csv; charset=utf-8", ledger.Name + ".csv"),
            _ => Results.NotFound(),
        };
    }

    private static IEnumerable<Record> Pages(LedgerBook book, LedgerType ledger, RecordQuery query)
    {
        for (var offset = 0; ; offset += 1000)
        {
            var page = book.Find(ledger, query with { Offset = offset, Limit = 1000 });
            foreach (var record in page.Records)
                yield return record;
            if (offset + 1000 >= page.Total)
                yield break;
        }
    }

    private static IResult Report(string file, HttpContext context, Catalogue catalogue, Figures figures, Standpoint here)
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
            return Written(stream => ReportWriter.For(extension)(document, stream), "text/html; charset=utf-8", null);
        }
        var type = extension switch
        {
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".html" => "text/html; charset=utf-8",
            _ => "text/markdown; charset=utf-8",
        };
        return Written(stream => ReportWriter.For(extension)(document, stream), type, $"{partnership.Giver}对口帮扶{partnership.Receiver}工作纪实{extension}");
    }

    private static IResult Pack(DbConnection connection, Database database, Catalogue catalogue, Visitor visitor, Standpoint here) => here.Partnership is { } partnership
        ? Written(
            stream => Packer.Write(database, connection, catalogue, partnership, here.Query, visitor.Known, stream), "application/zip",
            $"{partnership.Giver}对口帮扶{partnership.Receiver}证据包.zip")
        : Results.NotFound();

    /// <summary>Written to a file first: a download that breaks off while being made is an error, not half a workbook.</summary>
    private static IResult Written(Action<Stream> write, string type, string? name)
    {
        var stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            write(stream);
            stream.Position = 0;
            return Results.File(stream, type, name);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}

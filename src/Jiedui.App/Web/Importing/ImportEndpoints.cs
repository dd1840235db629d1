using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.App.Gate.Limits;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Importing;

/// <summary>What the import pages send and poll.</summary>
internal static class ImportEndpoints
{
    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup("/import").AddEndpointFilter<RefusedForms>().Requires(Act.Enter);
        forms.MapPost("/upload", Upload).TakesFiles(app.Services.GetRequiredService<WebOptions>().LargestUpload).Limited(Limit.Import);
        forms.MapPost("/{id}/again", Again);
        forms.MapPost("/{id}/confirm", Confirm);
        app.MapGet("/import/{id}/status", Status).Requires(Act.Enter);
        app.MapGet("/downloads/imports/{id}/{number:int}", Marked).Limited(Limit.Export).Requires(Act.Enter);
    }

    private static async Task<IResult> Upload(HttpContext context, IAntiforgery antiforgery, ImportJobs jobs, Visitor visitor, Standpoint here, Catalogue catalogue)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var files = form.Files.Where(file => file.FileName.Length > 0).ToList();
        if (files.Count == 0)
            return Results.Redirect(here.Link("/import", ("none", "1")));
        var how = new ImportOptions
        {
            Partnership = here.Partnership?.Name,
            LedgerCode = catalogue.Ledger(form["ledger"].ToString())?.Code,
            Sender = form["sender"].ToString().Trim(),
        };
        return Results.Redirect(here.Link("/import/" + await jobs.Receive(visitor.Known, files, how.By(visitor.Known), context.RequestAborted)));
    }

    /// <summary>Reads the files again with the columns that a person corrected.</summary>
    private static async Task<IResult> Again(string id, HttpContext context, IAntiforgery antiforgery, ImportJobs jobs, Visitor visitor, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (jobs.Find(id, visitor.Known) is not { State: ImportState.Preview, Report: { } report } job)
            return Results.Redirect(here.Link("/import/" + id));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await jobs.Preview(id, (job.Options with { CorrectedSheets = [.. job.Options.CorrectedSheets, .. Corrected(report, form)] }).By(visitor.Known));
        return Results.Redirect(here.Link("/import/" + id));
    }

    /// <summary>The columns that the form reads otherwise than the page showed them.</summary>
    private static IEnumerable<CorrectedSheet> Corrected(ImportReport report, IFormCollection form)
    {
        var sheets = report.Files.SelectMany((file, number) => file.Sheets.Select(sheet => (File: number, Sheet: sheet)));
        foreach (var (shown, number) in sheets.Select((shown, number) => (shown, number)))
        {
            var columns = new Dictionary<string, string>();
            foreach (var column in shown.Sheet.Layout.Columns.Where(column => !column.IsSerial))
            {
                if (form[FieldOf(number, column.Index)].FirstOrDefault() is { } chosen && chosen != (column.Column?.Name ?? ""))
                    columns[column.Header] = chosen;
            }
            if (columns.Count > 0)
                yield return new CorrectedSheet(shown.File, shown.Sheet.Sheet, columns);
        }
    }

    private static async Task<IResult> Confirm(string id, HttpContext context, IAntiforgery antiforgery, ImportJobs jobs, Visitor visitor, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        // A second click finds it no longer waiting, and stores nothing twice.
        if (jobs.Glance(id, visitor.Known) is { State: ImportState.Preview })
            await jobs.Store(id, visitor.Known, here.Query);
        return Results.Redirect(here.Link("/import/" + id));
    }

    private static IResult Status(string id, ImportJobs jobs, Visitor visitor, Words.Words words) => jobs.Glance(id, visitor.Known) is { } job
        ? Results.Json(new { state = job.State.ToString(), told = Told(job, words) })
        : Results.NotFound();

    private static IResult Marked(string id, int number, ImportJobs jobs, Visitor visitor) =>
        jobs.Find(id, visitor.Known) is { } job && job.Marked.TryGetValue(number, out var name)
            ? Results.File(jobs.OpenMarked(id, number), "application/octet-stream", name)
            : Results.NotFound();

    public static string FieldOf(int sheet, int column) => string.Create(CultureInfo.InvariantCulture, $"column.{sheet}.{column}");

    public static string Told(ImportJob job, Words.Words words) => job.Progress is { } progress
        ? words[job.State is ImportState.Storing ? "正在入账：{0}，工作表“{1}”，已到第 {2} 行" : "正在读取：{0}，工作表“{1}”，已到第 {2} 行", progress.File, progress.Sheet, Parts.FigureWords.Plain(progress.Rows)]
        : words[job.State is ImportState.Storing ? "正在入账……" : "正在读取……"];
}

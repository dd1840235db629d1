using System.Globalization;
using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Api;
using Jiedui.App.Gate;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Reporting;
using Jiedui.App.Web.Importing;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Ledgers;
using Jiedui.Flow.Matching;
using Jiedui.Flow.Outputs.Workbooks.Exports;
using Jiedui.Sealing;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Matching;

/// <summary>What the matching pages send, poll and download.</summary>
internal static class MatchEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/matching/run", Run).Limited(Limit.Export).AddEndpointFilter<RefusedForms>().Requires(Act.SeeRecords);
        app.MapPost("/matching/{id}/stop", Stop).AddEndpointFilter<RefusedForms>().Requires(Act.SeeRecords);
        app.MapGet("/matching/{id}/status", Status).Requires(Act.SeeRecords);
        app.MapGet("/downloads/matching/{id}/{file}", Download).Limited(Limit.Export).Requires(Act.Export);
        app.MapPost("/downloads/matching/{id}/{file}", DownloadInClear).Limited(Limit.Export).AddEndpointFilter<RefusedForms>().Requires(Act.ExportClear);
    }

    public static string Told(MatchJob job, Words.Words words) => job.Progress.Stage switch
    {
        MatchStage.Reading => words["正在读取名册，已到 {0} 人", FigureWords.Plain((decimal)job.Progress.Done)],
        MatchStage.Searching => words["正在找候选岗位：{0}", Percent(job.Progress.Done)],
        MatchStage.Assigning => words["正在分配：{0}", Percent(job.Progress.Done)],
    };

    private static string Percent(double done) => done.ToString("0%", CultureInfo.InvariantCulture);

    private static async Task<IResult> Run(HttpContext context, IAntiforgery antiforgery, MatchJobs jobs, Visitor visitor, Standpoint here, Catalogue catalogue)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (catalogue.Matching is not { } matching || here.Partnership is not { } pair || !visitor.May(Act.SeeRecords, pair.Id))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var job = jobs.Begin(matching, visitor.Known, pair.Id, form["fair"].ToString() is { Length: > 0 } fair ? fair : null);
        return Results.Redirect(here.Link("/matching/" + job.Id));
    }

    private static async Task<IResult> Stop(string id, HttpContext context, IAntiforgery antiforgery, MatchJobs jobs, Visitor visitor, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        jobs.Find(id, visitor.Known)?.Stop();
        return Results.Redirect(here.Link("/matching/" + id));
    }

    private static IResult Status(string id, MatchJobs jobs, Visitor visitor, Words.Words words) => jobs.Find(id, visitor.Known) is { } job
        ? Results.Json(new { state = job.State.ToString(), told = Told(job, words) })
        : Results.NotFound();

    private static IResult Download(string id, string file, MatchJobs jobs, LedgerBook book, Visitor visitor, Catalogue catalogue, AuditLog audit, Vault vault) =>
        Asked(id, file, jobs, visitor, catalogue) is { } asked
            ? Written(asked, book, visitor, audit, vault, isClear: false, "")
            : Results.NotFound();

    /// <summary>With personal data in clear: asked for with a reason, and noted before anything is sent.</summary>
    private static async Task<IResult> DownloadInClear(
        string id, string file, HttpContext context, IAntiforgery antiforgery, MatchJobs jobs, LedgerBook book, Visitor visitor, Standpoint here, Catalogue catalogue, AuditLog audit, Vault vault)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (Asked(id, file, jobs, visitor, catalogue) is not { } asked)
            return Results.NotFound();
        if (Reason.In(await context.Request.ReadFormAsync(context.RequestAborted)) is not { } reason)
            return Results.Redirect(here.Link("/matching/" + id));
        context.Response.Headers.CacheControl = "no-store";
        return Written(asked, book, visitor, audit, vault, isClear: true, "；" + reason);
    }

    private static (MatchJob Job, MatchingType Matching, ExportFormat Format)? Asked(string id, string file, MatchJobs jobs, Visitor visitor, Catalogue catalogue) =>
        jobs.Find(id, visitor.Known) is { Result: not null } job && ProposalList.FormatOf(file) is { } format && catalogue.Matching is { } matching ? (job, matching, format) : null;

    private static IResult Written((MatchJob Job, MatchingType Matching, ExportFormat Format) asked, LedgerBook book, Visitor visitor, AuditLog audit, Vault vault, bool isClear, string reason)
    {
        var (job, matching, format) = asked;
        var (extension, type) = format is ExportFormat.Xlsx ? (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") : (".csv", "text/csv; charset=utf-8");
        return WrittenFile.Of(vault.Suite, stream =>
        {
            var written = new ProposalList(book, matching, job.Partnership, isClear).Write(job.Result!, format, stream);
            audit.Note(
                visitor.Known, isClear ? AuditAct.ExportClear : AuditAct.Export, matching.Name, string.Create(CultureInfo.InvariantCulture, $"{written} 条{reason}"), job.Partnership);
        }, type, matching.Name + (isClear ? "（明文）" : "") + extension);
    }
}

using Jiedui.Access;
using Jiedui.Access.Auditing;
using Jiedui.App.Gate;
using Jiedui.App.Gate.Limits;
using Jiedui.App.Web.Importing;
using Jiedui.Declaring;
using Jiedui.Sealing;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Auditing;

/// <summary>What the audit pages send and offer.</summary>
internal static class AuditEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/downloads/audit.csv", Download).Requires(Act.SeeAudit).Limited(Limit.Export);
        app.MapPost("/audit/anchor", Anchor).Requires(Act.SeeAudit).AddEndpointFilter<RefusedForms>();
    }

    /// <summary>The file tells of itself too: its own line is the newest in the log, and not in the file.</summary>
    private static IResult Download(HttpContext context, Visitor visitor, AuditLog log, Catalogue catalogue, Standpoint here, Vault vault)
    {
        var filter = AuditFilter.From(context.Request.Query);
        log.TakeOver();
        var query = filter.Query(visitor.Known);
        var last = log.Last()?.Number ?? 0;
        log.Note(visitor.Known, AuditAct.Export, "审计日志", TextOf(filter), visitor.Known.Partnership);
        var names = here.All.ToDictionary(partnership => partnership.Id, partnership => partnership.Name);
        return Results.Stream(
            async stream =>
            {
                // The writer of lines is not asynchronous, the network is.
                using var written = ScratchFile.OpenAlone(vault.Suite);
                AuditFile.Write(log.All(query).SkipWhile(entry => entry.Number > last), names, catalogue, written);
                written.Position = 0;
                await written.CopyToAsync(stream, context.RequestAborted);
            },
            "text/csv; charset=utf-8", "审计日志.csv");
    }

    private static async Task<IResult> Anchor(HttpContext context, IAntiforgery antiforgery, Visitor visitor, AuditLog log, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        log.TakeOver();
        var anchor = log.Anchor(visitor.Known);
        return Results.Redirect(here.Link("/audit/anchors", ("now", anchor.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static string TextOf(AuditFilter filter) =>
        filter.IsEmpty ? "" : "条件 " + string.Join('、', (filter with { Page = 1 }).InAddress().Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={pair.Value}"));
}

using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.App.Web.Importing;
using Jiedui.Keeping.Schedule;
using Jiedui.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Backups;

/// <summary>What the page of backups sends. Backups themselves never leave the server this way.</summary>
internal static class BackupEndpoints
{
    public const string Page = "/admin/backups";

    public static void Map(WebApplication app)
    {
        var forms = app.MapGroup(Page).AddEndpointFilter<RefusedForms>().Requires(Act.Backup);
        forms.MapPost("/now", Now);
        forms.MapGet("/status", Status);
    }

    private static async Task<IResult> Now(HttpContext context, IAntiforgery antiforgery, BackupClock clock, Visitor visitor, Database database, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (BackupPlan.Of(database).Folder is not null)
            await clock.Ask(visitor.Known);
        return Results.Redirect(here.Link(Page));
    }

    private static async Task<IResult> Status(BackupRuns runs, BackupClock clock, Words.Words words) =>
        Results.Json(new { state = await StateOf(runs, clock), told = words["正在备份……可以离开这一页。"] });

    /// <summary>Changes when a backup begins and when it ends.</summary>
    public static async Task<string> StateOf(BackupRuns runs, BackupClock clock) => runs.All(1) switch
    {
        [{ IsOpen: true }] => "Busy",
        _ => await clock.IsAsked() ? "Busy" : "Idle",
    };
}

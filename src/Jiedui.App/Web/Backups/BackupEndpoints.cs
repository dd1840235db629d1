using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.App.Web.Importing;
using Jiedui.Keeping;
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
        forms.MapPost("/plan", Plan);
        forms.MapGet("/status", Status);
    }

    private static async Task<IResult> Now(HttpContext context, IAntiforgery antiforgery, BackupClock clock, Visitor visitor, Database database, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (BackupPlan.Of(database).Folder is not null)
            clock.Ask(visitor.Known);
        return Results.Redirect(here.Link(Page));
    }

    private static async Task<IResult> Plan(HttpContext context, IAntiforgery antiforgery, Visitor visitor, Database database, Words.Words words, Standpoint here)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            var at = TimeOnly.TryParseExact(form["at"].ToString(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time : throw new BackupFaultException(words["每天几点要写成 02:30 这样的时刻。"]);
            var keep = int.TryParse(form["keep"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count : throw new BackupFaultException(words["保留份数要写成 1 到 1000 的数。"]);
            new BackupPlan(Text("folder"), at, keep, Text("passphrase")).Save(database, visitor.Known);
            return Results.Redirect(here.Link(Page, ("saved", "1")));
        }
        catch (BackupFaultException fault)
        {
            return Results.Redirect(here.Link(
                Page, ("wrong", fault.Message), ("folder", Text("folder")), ("at", form["at"]), ("keep", form["keep"]), ("passphrase", Text("passphrase"))));
        }

        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    private static IResult Status(BackupRuns runs, BackupClock clock, Words.Words words) =>
        Results.Json(new { state = StateOf(runs, clock), told = words["正在备份……可以离开这一页。"] });

    /// <summary>Changes when a backup begins and when it ends.</summary>
    public static string StateOf(BackupRuns runs, BackupClock clock) => runs.All(1) switch
    {
        [{ IsOpen: true }] => "Busy",
        _ => clock.IsAsked ? "Busy" : "Idle",
    };
}

using System.Globalization;
using Jiedui.Access;
using Jiedui.App.Answers;
using Jiedui.App.Gate;
using Jiedui.App.Web.Importing;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Confirming;
using Jiedui.Flow.Ledgers;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Records;

/// <summary>What the visitor's side says to the record, or to the records of the filter, that a page shows. For which side is never read from the form.</summary>
internal static class WordEndpoints
{
    public static void Map(WebApplication app)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            app.MapPost($"/ledgers/{{code}}/{{record:long}}/{Name(verdict)}", (string code, long record, HttpContext context, WordForm form) => form.One(verdict, code, record, context))
                .AddEndpointFilter<RefusedForms>().Requires(ActOf(verdict));
        }
        foreach (var verdict in new[] { Verdict.Confirm, Verdict.Review })
        {
            app.MapPost($"/ledgers/{{code}}/{Name(verdict)}", (string code, HttpContext context, WordForm form) => form.Many(verdict, code, context))
                .AddEndpointFilter<RefusedForms>().Requires(ActOf(verdict));
        }
    }

    private static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static Act ActOf(Verdict verdict) => verdict switch
    {
        Verdict.Confirm or Verdict.Dispute => Act.Confirm,
        Verdict.Review or Verdict.Return => Act.Review,
    };
}

/// <summary>Reads what a form says, and has it said.</summary>
internal sealed class WordForm(IAntiforgery antiforgery, BothSides sides, DeedLog deeds, Visitor visitor, Standpoint here, Catalogue catalogue)
{
    private const string NotYours = "NotYours";

    public async Task<IResult> One(Verdict verdict, string code, long record, HttpContext context)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var reason = form["reason"].ToString().Trim();
        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        if (catalogue.Ledger(code) is not { } ledger || here.Partnership is not { } partnership)
            return Results.NotFound();
        return Results.Redirect(here.Link($"/ledgers/{code}/{record}", ("said", Said())));

        string Said()
        {
            if (Speaking.SpeakerOf(visitor.Known) is not { } speaker || !Speaking.May(visitor.Known, verdict, partnership.Id))
                return NotYours;
            if (verdict is Verdict.Dispute or Verdict.Return && reason.Length is 0 or > BothSides.LongestReason)
                return "NoReason";
            var answer = sides.Say(ledger, partnership.Id, speaker, verdict, record, version, verdict is Verdict.Dispute or Verdict.Return ? reason : "");
            deeds.TakeOver(visitor.Known.Place);
            return answer.ToString();
        }
    }

    public async Task<IResult> Many(Verdict verdict, string code, HttpContext context)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (catalogue.Ledger(code) is not { } ledger || here.Partnership is not { } partnership)
            return Results.NotFound();
        if (Speaking.SpeakerOf(visitor.Known) is not { } speaker || !Speaking.May(visitor.Known, verdict, partnership.Id))
            return Results.Forbid();
        var state = GridState.From(context.Request.Query, ledger);
        var heard = sides.SayAll(ledger, state.Query(here), speaker, verdict, Seen.Parse(form["seen"]));
        deeds.TakeOver(visitor.Known.Place);
        var told = string.Create(CultureInfo.InvariantCulture, $"{heard.Said}-{heard.Already}-{heard.Disputed}-{heard.Changed}-{heard.OutOfReach}");
        return Results.Redirect(here.Link($"/ledgers/{code}", [.. (state with { Page = 1 }).InAddress(), ("said", told)]));
    }
}

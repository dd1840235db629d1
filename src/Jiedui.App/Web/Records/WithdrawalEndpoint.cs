using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.App.Web.Importing;
using Jiedui.App.Web.Parts;
using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Records;

/// <summary>Withdraws the record that a page shows.</summary>
internal static class WithdrawalEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/ledgers/{code}/{record:long}/withdraw", Withdraw).AddEndpointFilter<RefusedForms>().Requires(Act.Withdraw);

    private static async Task<IResult> Withdraw(string code, long record, HttpContext context, IAntiforgery antiforgery, Importer importer, Standpoint here, Catalogue catalogue, Visitor visitor, DeedLog deeds)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (catalogue.Ledger(code) is not { } ledger || here.Partnership is null)
            return Results.NotFound();
        if (catalogue.IsRegistry(ledger) && !visitor.May(Act.EnterRegistry))
            return Results.Forbid();
        var reason = Reason.In(await context.Request.ReadFormAsync(context.RequestAborted));
        var page = here.Link($"/ledgers/{code}/{record}");
        if (reason is not null && !importer.Withdraw(ledger, here.Reach, record, reason, visitor.Known.Name))
            return Results.NotFound();
        deeds.TakeOver(visitor.Known.Place);
        return Results.Redirect(page);
    }
}

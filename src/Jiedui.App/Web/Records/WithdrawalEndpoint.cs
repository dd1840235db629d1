using Jiedui.Declaring;
using Jiedui.Flow.Importing;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Records;

/// <summary>Withdraws the record that a page shows.</summary>
internal static class WithdrawalEndpoint
{
    private const int LongestReason = 200;

    public static void Map(WebApplication app) => app.MapPost("/ledgers/{code}/{record:long}/withdraw", Withdraw).AddEndpointFilter<Importing.RefusedForms>();

    private static async Task<IResult> Withdraw(string code, long record, HttpContext context, IAntiforgery antiforgery, Importer importer, Standpoint here, Catalogue catalogue)
    {
        await antiforgery.ValidateRequestAsync(context);
        var reason = (await context.Request.ReadFormAsync(context.RequestAborted))["reason"].ToString().Trim();
        var page = here.Link($"/ledgers/{code}/{record}");
        // The form demands a reason; whoever posts without one is shown the form again.
        if (catalogue.Ledger(code) is { } ledger && here.Partnership is { } partnership && reason.Length is > 0 and <= LongestReason)
            importer.Withdraw(ledger, partnership.Id, record, reason, Environment.UserName);
        return Results.Redirect(page);
    }
}

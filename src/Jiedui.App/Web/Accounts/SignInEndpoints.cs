using System.Net;
using Jiedui.Access.Accounts;
using Jiedui.Access.Auditing;
using Jiedui.App.Gate;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Jiedui.App.Web.Accounts;

/// <summary>What the sign-in page sends beside its form: passkeys, the way to an outside provider and back, and the sign-out.</summary>
internal static class SignInEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/sign-out", Leave).AddEndpointFilter<Importing.RefusedForms>();
        app.MapPost("/sign-in/passkey/options", async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> signIn) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            return Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
        }).AddEndpointFilter<Importing.RefusedForms>().AllowAnonymous();
        app.MapPost("/sign-in/passkey", WithPasskey).AddEndpointFilter<Importing.RefusedForms>().AllowAnonymous();
        app.MapPost("/sign-in/outside", ToOutside).AddEndpointFilter<Importing.RefusedForms>().AllowAnonymous();
        app.MapGet("/sign-in/outside/done", FromOutside).AllowAnonymous();
    }

    private static async Task<IResult> Leave(HttpContext context, IAntiforgery antiforgery, SignInDesk desk, Visitor visitor)
    {
        await antiforgery.ValidateRequestAsync(context);
        await desk.Leave(visitor.Known);
        return Results.Redirect("/sign-in");
    }

    private static async Task<IResult> WithPasskey(HttpContext context, IAntiforgery antiforgery, SignInDesk desk)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await desk.WithPasskey(form["credential"].ToString()) == SignInOutcome.Done
            ? Results.Redirect(ReturnAddress.Safe(form[ReturnAddress.Parameter]))
            : Results.Redirect("/sign-in?passkey=failed");
    }

    private static async Task<IResult> ToOutside(HttpContext context, IAntiforgery antiforgery, WebOptions options)
    {
        await antiforgery.ValidateRequestAsync(context);
        if (options.Outside is not { } outside)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // Who is signed in already comes back to link the person to his account.
        await context.ChallengeAsync(
            OutsideProvider.Scheme,
            new AuthenticationProperties
            {
                RedirectUri = "/sign-in/outside/done?" + ReturnAddress.Parameter + "=" + Uri.EscapeDataString(ReturnAddress.Safe(form[ReturnAddress.Parameter])),
            });
        return LeadingOn(context.Response, outside.Name);
    }

    /// <summary>
    /// A browser lets our forms be sent on to this site alone, and a provider may send its visitors on to places that nobody here knows of: so the form is answered
    /// with a page, and the page leads there.
    /// </summary>
    private static IResult LeadingOn(HttpResponse response, string name)
    {
        var place = WebUtility.HtmlEncode(response.Headers.Location.ToString());
        response.Headers.Location = default;
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg" type="image/svg+xml"><meta http-equiv="refresh" content="0;url={place}"><title>{WebUtility.HtmlEncode(name)}</title></head>
            <body><p><a href="{place}">{WebUtility.HtmlEncode(name)}</a></p></body></html>
            """,
            "text/html; charset=utf-8", statusCode: StatusCodes.Status200OK);
    }

    private static async Task<IResult> FromOutside(HttpContext context, SignInDesk desk, OutsideLogins logins, AuditLog audit, Visitor visitor)
    {
        var vouched = (await context.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal;
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (vouched?.FindFirst(OutsideSignIn.SubjectClaim)?.Value is not { Length: > 0 } subject)
            return Results.Redirect("/sign-in?outside=failed");
        if (Claims.AccountOf(context.User) is { } account)
        {
            var isNew = logins.Link(OutsideProvider.Scheme, subject, account);
            if (isNew)
                audit.Note(visitor.Known, AuditAct.Account, visitor.Known.Name, "关联统一身份账号");
            return Results.Redirect("/me?told=" + (isNew ? "linked" : "taken"));
        }
        return await desk.WithOutside(subject, vouched.FindFirst(OutsideSignIn.NameClaim)?.Value) == SignInOutcome.Done
            ? Results.Redirect(ReturnAddress.Safe(context.Request.Query[ReturnAddress.Parameter]))
            : Results.Redirect("/sign-in?outside=unknown");
    }
}

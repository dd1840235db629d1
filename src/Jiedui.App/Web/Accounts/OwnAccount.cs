using Jiedui.Access.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Accounts;

/// <summary>The pages of one's own account are for who has one: who is signed in and has none, because it was removed meanwhile, is led to the sign-in.</summary>
internal static class OwnAccount
{
    public static async Task Lead(HttpContext context, RequestDelegate next)
    {
        if (IsOwnPage(context) && !HasAccount(context) && await IsOurs(context))
            context.Response.Redirect("/sign-in");
        else
            await next(context);
    }

    private static bool IsOwnPage(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/me", StringComparison.Ordinal) && context.User.Identity?.IsAuthenticated == true;

    private static bool HasAccount(HttpContext context) =>
        Claims.AccountOf(context.User) is { } id && context.RequestServices.GetRequiredService<AccountBook>().Find(id) is not null;

    // A form without its token is refused as everywhere else.
    private static async Task<bool> IsOurs(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}

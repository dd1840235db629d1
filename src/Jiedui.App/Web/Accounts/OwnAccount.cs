using Jiedui.Access.Accounts;

namespace Jiedui.App.Web.Accounts;

/// <summary>The pages of one's own account are for who has one: who is signed in and has none, because it was removed meanwhile, is led to the sign-in.</summary>
internal static class OwnAccount
{
    public static Task Lead(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/me", StringComparison.Ordinal) || context.User.Identity?.IsAuthenticated != true || HasAccount(context))
            return next(context);
        context.Response.Redirect("/sign-in");
        return Task.CompletedTask;
    }

    private static bool HasAccount(HttpContext context) =>
        Claims.AccountOf(context.User) is { } id && context.RequestServices.GetRequiredService<AccountBook>().Find(id) is not null;
}

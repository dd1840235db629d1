namespace Jiedui.App.Web.Accounts;

/// <summary>Who signed in with a temporary password chooses one of his own before anything else.</summary>
internal static class PasswordFirst
{
    public const string Page = "/me/password";

    public static Task Lead(HttpContext context, RequestDelegate next)
    {
        if (!context.User.HasClaim(claim => claim.Type == Claims.MustChange) || IsOpen(context))
            return next(context);
        if (Refusal.IsForPrograms(context.Request))
            return Refusal.NotAllowed(context);
        context.Response.Redirect(Page);
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) =>
        context.Request.Path.Value is Page or "/sign-out" || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetMark>() is not null;
}

namespace Jiedui.App.Web;

/// <summary>
/// A page's address always says which partnership and period it shows, so that a copied address shows the same to somebody else; to whom that partnership is
/// closed there is no such page.
/// </summary>
internal static class AddressOfPages
{
    public static Task Complete(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (NamesPartnership(request) && context.RequestServices.GetRequiredService<Standpoint>().IsUnknown)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (!HttpMethods.IsGet(request.Method) || !IsPage(request) || request.Query.ContainsKey("p"))
            return next(context);
        var standpoint = context.RequestServices.GetRequiredService<Standpoint>();
        if (standpoint.Partnership is null)
            return next(context);
        context.Response.Redirect(standpoint.Link(request.Path, [.. request.Query.Where(pair => pair.Key is not ("from" or "to" or "partnership")).Select(pair => (pair.Key, pair.Value.FirstOrDefault()))]));
        return Task.CompletedTask;
    }

    /// <summary>The programs' addresses name it in words; their own filter asks.</summary>
    private static bool NamesPartnership(HttpRequest request) =>
        (request.Query.ContainsKey("p") || request.Query.ContainsKey("partnership"))
        && !request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/error", StringComparison.Ordinal);

    private static readonly string[] NotPages = ["/api/v1", "/health", "/openapi", "/metrics", "/error", "/downloads", "/sign-in", "/setup", "/me", "/admin"];

    private static bool IsPage(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.Ordinal) == true)
        && !Path.HasExtension(request.Path)
        && !NotPages.Any(prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));
}

namespace Jiedui.App.Web.Accounts;

/// <summary>What is told to those whom the door keeps out: a program hears why as problem+json, a person sees a page.</summary>
internal static class Refusal
{
    private static readonly string[] Programs = ["/api/v1", "/openapi", "/metrics"];

    public static bool IsForPrograms(HttpRequest request) => Programs.Any(place => request.Path.StartsWithSegments(place, StringComparison.Ordinal));

    public static Task NotSignedIn(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Tell(context, StatusCodes.Status401Unauthorized, "没有登录，或令牌无效、已过期、已停用。请在“我的账号”里新建令牌，放在请求头 Authorization: Bearer 之后。");
    }

    public static Task NotAllowed(HttpContext context)
    {
        if (IsForPrograms(context.Request))
            return Tell(context, StatusCodes.Status403Forbidden, "这个账号或令牌不能做这件事。请换用有权限的账号，或新建范围合适的令牌。");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task Tell(HttpContext context, int status, string why) => Results.Problem(why, statusCode: status).ExecuteAsync(context);
}

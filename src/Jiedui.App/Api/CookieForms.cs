using Jiedui.App.Answers;

namespace Jiedui.App.Api;

/// <summary>
/// A page of another site can make a browser post a form here, cookie and all, but not with a header of ours. A request with a token of its own carries no
/// cookie's rights (the scheme is chosen by its header), so it needs nothing more.
/// </summary>
public sealed class CookieForms : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var isHarmless = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.Authorization.Count > 0 || request.Headers["X-Jiedui"].Count > 0;
        return isHarmless ? next(context) : throw new UsageException("请带上请求头 X-Jiedui: 1，或用令牌（Authorization: Bearer …）。");
    }
}

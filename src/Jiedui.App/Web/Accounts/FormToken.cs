using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Accounts;

/// <summary>A form counts only with the token that our page put into it.</summary>
internal sealed class FormToken(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await antiforgery.ValidateRequestAsync(context.HttpContext);
        return await next(context);
    }
}

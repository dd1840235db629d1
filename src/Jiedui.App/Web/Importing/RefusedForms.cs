using Microsoft.AspNetCore.Antiforgery;

namespace Jiedui.App.Web.Importing;

/// <summary>A form that another site made the browser send, or that lost its token, is the sender's to repeat and no fault of the program; one too large says so.</summary>
internal sealed class RefusedForms : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (AntiforgeryValidationException refused) when (refused.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Results.Redirect(context.HttpContext.RequestServices.GetRequiredService<Standpoint>().Link(context.HttpContext.Request.Path.StartsWithSegments("/import", StringComparison.Ordinal) ? "/import" : "/evidence/add", ("large", "1")));
        }
        catch (AntiforgeryValidationException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }
}

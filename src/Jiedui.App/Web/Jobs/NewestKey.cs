using Jiedui.Storage;

namespace Jiedui.App.Web.Jobs;

/// <summary>Before a request that may write: the key that another process made meanwhile seals here too. Older keys go on opening what they sealed.</summary>
internal static class NewestKey
{
    public static Task Learn(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            context.RequestServices.GetRequiredService<Database>().RefreshKeys();
        return next(context);
    }
}

namespace Jiedui.App.Web;

/// <summary>The page that says why something was refused is read, whatever was sent: a form that was refused is not sent to it again.</summary>
internal static class RefusalPage
{
    private const string Address = "/error";

    public static Task AskedAgain(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == Address)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}

namespace Jiedui.App.Web;

/// <summary>?lang=en is remembered in a cookie, so that links need not carry it.</summary>
internal static class LanguageChoice
{
    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query[Words.Words.Parameter].FirstOrDefault() is "en" or "zh")
        {
            context.Response.Cookies.Append(
                Words.Words.Parameter, context.Request.Query[Words.Words.Parameter]!, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
        }
        return next(context);
    }
}

using System.Security.Claims;
using Jiedui.Access;
using Jiedui.App.Gate;
using Jiedui.App.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Jiedui.App.Web;

/// <summary>Makes the start page once, beside the start of the program, so that whoever comes first does not wait for all that has to be read and compiled for it.</summary>
internal static partial class FirstPage
{
    public static async Task Prepare(IServiceProvider services)
    {
        var logs = services.GetRequiredService<ILoggerFactory>();
        try
        {
            await using var scope = services.CreateAsyncScope();
            var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = Office() };
            services.GetRequiredService<IHttpContextAccessor>().HttpContext = request;
            await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
            await renderer.Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync<CascadingValue<HttpContext>>(Whole(request)));
        }
        // Whoever asks for the page is told what is wrong, and a program that is just being ended has nothing to tell.
        catch (Exception fault)
        {
            NotPrepared(logs.CreateLogger(typeof(FirstPage)), fault);
        }
    }

    private static ParameterView Whole(HttpContext request) => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(CascadingValue<HttpContext>.Value)] = request,
        [nameof(CascadingValue<HttpContext>.ChildContent)] = (RenderFragment)(page =>
        {
            page.OpenComponent<StartPage>(0);
            page.CloseComponent();
        }),
    });

    /// <summary>As most of those who come first: the page of the whole partnership, in Chinese.</summary>
    private static ClaimsPrincipal Office() => new(new ClaimsIdentity([new Claim(Visitor.RoleClaim, nameof(Role.Office))], nameof(FirstPage)));

    [LoggerMessage(LogLevel.Debug, "The start page was not prepared.")]
    private static partial void NotPrepared(ILogger log, Exception fault);
}

using Jiedui.Sealing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Jiedui.App.Gate.Forms;

/// <summary>ASP.NET would keep the files of a form in the temporary folder, in clear, until the request is answered. Here they are sealed from their first byte, whichever route reads them.</summary>
internal static class SealedForms
{
    public static void UseSealedForms(this WebApplication app)
    {
        var suite = app.Services.GetRequiredService<Vault>().Suite;
        var limits = app.Services.GetRequiredService<IOptions<FormOptions>>().Value;
        app.Use((context, next) =>
        {
            if (context.Request.ContentType?.TrimStart().StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
                context.Features.Set<IFormFeature>(new SealedForm(context.Request, limits, suite));
            return next(context);
        });
    }
}

using Microsoft.AspNetCore.Mvc;

namespace Jiedui.App.Gate.Limits;

/// <summary>Everywhere else a request is small: a form, no files.</summary>
internal static class Uploads
{
    /// <summary>Takes files, up to the largest that the installation takes.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder route, long largest) => route.WithMetadata(new RequestSizeLimitAttribute(largest));
}

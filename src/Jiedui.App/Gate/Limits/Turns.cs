using Jiedui.Storage;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Jiedui.App.Gate.Limits;

/// <summary>
/// Pages are made in the order in which they are asked for, few at a time: made all at once, each would take as long as all of them together, and the processors would
/// be busy with going from one to the other.
/// </summary>
/// <param name="atOnce">So many go in together.</param>
public sealed class Turns(int atOnce)
{
    /// <summary>A page that waits for a server leaves its processor to others.</summary>
    private const int WaitingForServer = 4;

    /// <summary>Who has waited so long goes in anyway: pages that take long hold nobody up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim free = new(atOnce);

    public static Turns Of(Database database) => new(Environment.ProcessorCount * (database.HasServer ? WaitingForServer : 1));

    public async Task Take(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context);
            return;
        }
        var isHeld = await free.WaitAsync(Patience, context.RequestAborted);
        // A page that is made is on its way, and may be taken slowly.
        context.Response.OnStarting(() =>
        {
            End();
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            End();
        }

        void End()
        {
            if (isHeld)
                free.Release();
            isHeld = false;
        }
    }
}

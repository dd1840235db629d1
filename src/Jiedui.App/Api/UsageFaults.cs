using Jiedui.App.Answers;
using Jiedui.Flow.Evidence;
using Jiedui.Flow.Importing;
using Jiedui.Flow.Indicators;
using Jiedui.Flow.Matching;

namespace Jiedui.App.Api;

/// <summary>A question that cannot be answered as asked is the asker's to mend: 400 with one clear sentence.</summary>
public sealed class UsageFaults : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception fault) when (fault is UsageException or UnanswerableException or ImportRefusedException or EvidenceRefusedException or MatchRefusedException)
        {
            return Results.Problem(fault.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
